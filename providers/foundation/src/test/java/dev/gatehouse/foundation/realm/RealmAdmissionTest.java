package dev.gatehouse.foundation.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.Mode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmAdmissionTest {
    private final RealmAdmission production = new RealmAdmission(Mode.PRODUCTION);
    private final RealmAdmission development = new RealmAdmission(Mode.DEVELOPMENT);

    @Test
    void aRealmWithEverythingFilledIsAdmitted() {
        assertThat(production.refusal("shop", false, Map.of("client service, secret", "f2c9$1{x}")))
                .isEmpty();
    }

    @Test
    void anUnfilledPlaceholderIsRefusedInEveryModeNamingThePlaceAndTheVariable() {
        for (RealmAdmission admission : new RealmAdmission[] {production, development}) {
            assertThat(admission.refusal("shop", false, Map.of("client service, secret", "${SERVICE_SECRET}")))
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains("shop", "client service, secret", "environment variable SERVICE_SECRET"));
        }
    }

    @Test
    void theRestOfAValueIsNotRepeated() {
        assertThat(production.refusal("shop", false, Map.of("smtp password", "hunter2${SUFFIX}")))
                .hasValueSatisfying(reason -> assertThat(reason).doesNotContain("hunter2"));
    }

    @Test
    void aDemonstrationIsForDevelopmentOnly() {
        assertThat(production.refusal("demo", true, Map.of()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("gatehouse.mode=development"));
        assertThat(development.refusal("demo", true, Map.of())).isEmpty();
    }
}
