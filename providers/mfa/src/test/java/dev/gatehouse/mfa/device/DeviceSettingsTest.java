package dev.gatehouse.mfa.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSettingsTest {

    private static final String KEY = "gatehouse.mfa.trusted-device-lifetime";

    @Test
    void aDeviceIsTrustedForThirtyDaysUnlessSaidOtherwise() {
        assertThat(DeviceSettings.from(SettingsSource.of(Map.of()))).isEqualTo(new DeviceSettings(Duration.ofDays(30)));
        assertThat(settings("90d").days()).isEqualTo(90);
        assertThat(settings("1h").days()).isEqualTo(1);
    }

    @Test
    void zeroTurnsItOff() {
        assertThat(settings("0s").isOn()).isFalse();
        assertThat(settings("1h").isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"59m", "91d", "1s", "-1d", "always"})
    void whatIsTooShortOrTooLongIsRefusedByName(String value) {
        assertThatThrownBy(() -> settings(value))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(KEY);
    }

    private static DeviceSettings settings(String value) {
        return DeviceSettings.from(SettingsSource.of(Map.of(KEY, value)));
    }
}
