package dev.gatehouse.mfa.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginDemandsTest {

    @ParameterizedTest
    @CsvSource({
        "false, -1, false, true",
        "false, 0, false, true",
        "false, 1, false, true",
        "false, 2, false, false",
        "true, 1, false, false",
        "false, 1, true, false"
    })
    void aDeviceStandsInOnlyWhereNothingAsksForMore(boolean policy, int level, boolean again, boolean allowed) {
        assertThat(new LoginDemands(policy, level, again).allowDevice()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3 1", "1 2", "gold", "-1", "01"})
    void whatIsNotKnownToBeAPasswordIsMore(String acrValues) {
        assertThat(new LoginDemands(false, LoginDemands.levelOf(acrValues), false).allowDevice())
                .isFalse();
    }

    @Test
    void whoAsksForNothingOrForAPasswordGetsBy() {
        for (String acrValues : new String[] {null, "", " ", "0", "1"}) {
            assertThat(new LoginDemands(false, LoginDemands.levelOf(acrValues), false).allowDevice())
                    .isTrue();
        }
    }
}
