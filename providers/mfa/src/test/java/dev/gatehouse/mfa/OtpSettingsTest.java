package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtpSettingsTest {

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(OtpSettings.from(SettingsSource.of(Map.of())))
                .isEqualTo(new OtpSettings(
                        CodeFormat.SIX_DIGITS,
                        Duration.ofMinutes(5),
                        5,
                        Duration.ofSeconds(30),
                        10,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        50));
    }

    @Test
    void whatIsStrongEnoughIsTaken() {
        OtpSettings settings = OtpSettings.from(
                SettingsSource.of(Map.of("gatehouse.mfa.code-length", "8", "gatehouse.mfa.attempts", "3")));

        assertThat(settings.codeFormat().length()).isEqualTo(8);
        assertThat(settings.attempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "code-length, 5",
        "code-length, 11",
        "code-length, six",
        "code-alphabet, 012345678",
        "code-alphabet, 01234567890",
        "code-alphabet, abcdefghijkl",
        "code-lifetime, 11m",
        "code-lifetime, 5",
        "attempts, 0",
        "attempts, 11",
        "resend-cooldown, 1s",
        "resend-cooldown, 6m",
        "sends, 0",
        "sends-window, 1s",
        "first-wait, 0s",
        "first-wait, 2h",
        "longest-wait, 2d",
        "failures-until-disabled, 101"
    })
    void whatWouldMakeCodesGuessableIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> OtpSettings.from(SettingsSource.of(Map.of("gatehouse.mfa." + key, value))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.mfa." + key);
    }
}
