package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganizationChangeTest {

    @Test
    void whatIsNotSentStaysAndWhatIsNullGoes() {
        OrganizationChange nothing = change(Set.of(), null, null, null, null).value();
        assertThat(nothing).isEqualTo(new OrganizationChange(null, null, null, Map.of(), null));
        assertThat(change(Set.of("description"), null, null, null, null).value().description())
                .isEmpty();
        Map<String, @Nullable List<String>> attributes = new HashMap<>();
        attributes.put("gone", null);
        attributes.put("tier", List.of("gold"));
        assertThat(change(Set.of("attributes"), null, null, attributes, null)
                        .value()
                        .attributes())
                .isEqualTo(Map.of("gone", List.of(), "tier", List.of("gold")));
    }

    @Test
    void whatAnOrganizationHasToHaveCannotBeRemoved() {
        assertThat(pointers(change(
                        Set.of("name", "enabled", "attributes", "alias", "description"), null, null, null, null)))
                .containsExactlyInAnyOrder("/name", "/enabled", "/attributes", "/alias");
    }

    @Test
    void namesAndWordsFollowTheRulesOfNewOnes() {
        for (String name : Arrays.asList("", " ", "a\u0000b", "turn\u202ed", "x".repeat(101))) {
            assertThat(pointers(change(Set.of("name"), name, null, null, null))).containsExactly("/name");
        }
        assertThat(pointers(change(Set.of("description"), null, "a\u0007", null, null)))
                .containsExactly("/description");
    }

    @Test
    void ourAttributesAreNotTheirs() {
        assertThat(pointers(
                        change(Set.of("attributes"), null, null, Map.of("gatehouse.policy.mfa", List.of("x")), null)))
                .containsExactly("/attributes");
        assertThat(pointers(change(Set.of("attributes"), null, null, Map.of("tier", List.of()), null)))
                .containsExactly("/attributes/tier");
    }

    @Test
    void theLimitOfAttributesCountsWhatIsThere() {
        Set<String> existing =
                IntStream.range(0, 32).mapToObj(number -> "a" + number).collect(Collectors.toSet());
        assertThat(attributes(Map.of("new", List.of("x"))).exceedsAttributes(existing))
                .isTrue();
        assertThat(attributes(Map.of("a1", List.of("x"))).exceedsAttributes(existing))
                .isFalse();
        assertThat(attributes(Map.of("a1", List.of(), "new", List.of("x"))).exceedsAttributes(existing))
                .isFalse();
    }

    @Test
    void theAliasMayBeSentAsItIs() {
        OrganizationChange same = new OrganizationChange("acme", null, null, Map.of(), null);
        assertThat(same.renamesAlias("acme")).isFalse();
        assertThat(same.renamesAlias("globex")).isTrue();
    }

    private static OrganizationChange attributes(Map<String, List<String>> attributes) {
        return new OrganizationChange(null, null, null, attributes, null);
    }

    private static Checked<OrganizationChange> change(
            Set<String> sent,
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable List<String>> attributes,
            @Nullable Boolean enabled) {
        return OrganizationChange.check(sent, null, name, description, attributes, enabled);
    }

    private static List<String> pointers(Checked<OrganizationChange> checked) {
        return checked.errors().stream().map(FieldError::pointer).toList();
    }
}
