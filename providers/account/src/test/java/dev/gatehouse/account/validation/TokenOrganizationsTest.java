package dev.gatehouse.account.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenOrganizationsTest {
    @Test
    void theOnlyOrganizationIsTheActiveOne() {
        TokenOrganizations one = TokenOrganizations.of(Map.of("acme", Map.of("id", "17", "roles", List.of("owner"))));

        assertThat(one.only()).contains("17");
        assertThat(one.include("17")).isTrue();
        assertThat(one.include("acme")).isTrue();
        assertThat(one.include("globex")).isFalse();
    }

    @Test
    void ofSeveralNoneIsTheActiveOne() {
        TokenOrganizations two =
                TokenOrganizations.of(Map.of("acme", Map.of("id", "17"), "globex", Map.of("id", "18")));

        assertThat(two.only()).isEmpty();
        assertThat(two.include("18")).isTrue();
        assertThat(two.include("19")).isFalse();
    }

    @Test
    void aListOfAliasesIsReadAsWell() {
        TokenOrganizations one = TokenOrganizations.of(List.of("acme"));

        assertThat(one.only()).contains("acme");
        assertThat(one.include("globex")).isFalse();
    }

    @Test
    void aTokenForNoOrganizationInParticularIsGoodForEach() {
        for (TokenOrganizations none : List.of(
                TokenOrganizations.NONE,
                TokenOrganizations.of(null),
                TokenOrganizations.of("acme"),
                TokenOrganizations.of(Map.of()))) {
            assertThat(none.only()).isEmpty();
            assertThat(none.include("acme")).isTrue();
        }
    }
}
