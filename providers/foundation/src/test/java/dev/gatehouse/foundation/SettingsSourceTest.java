package dev.gatehouse.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {
    private static SettingsSource with(String value) {
        return SettingsSource.of(Map.of("gatehouse.key", value));
    }

    @Test
    void anAbsentOrBlankValueIsTheDefault() {
        assertThat(SettingsSource.of(Map.of()).integer("gatehouse.key", 6, 1, 9))
                .isEqualTo(6);
        assertThat(with("  ").text("gatehouse.key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "six", "6.0", "99999999999999999999"})
    void aNumberOutsideItsRangeIsRefusedNamingTheKeyAndTheRange(String value) {
        assertThatThrownBy(() -> with(value).integer("gatehouse.key", 6, 1, 9))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.key")
                .hasMessageContaining("from 1 to 9");
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(with("true").flag("gatehouse.key", false)).isTrue();
        assertThatThrownBy(() -> with("ture").flag("gatehouse.key", true)).hasMessageContaining("\"ture\"");
    }

    @Test
    void aDurationIsReadWithItsUnit() {
        assertThat(with("500ms").duration("gatehouse.key", Duration.ZERO, Duration.ZERO, Duration.ofDays(9)))
                .isEqualTo(Duration.ofMillis(500));
        assertThat(with("PT5M").duration("gatehouse.key", Duration.ZERO, Duration.ZERO, Duration.ofDays(9)))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(with("7d").duration("gatehouse.key", Duration.ZERO, Duration.ZERO, Duration.ofDays(9)))
                .isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "m", "5x", "-5m", "10d", "P"})
    void aDurationWithoutUnitOrOutOfRangeIsRefused(String value) {
        assertThatThrownBy(() ->
                        with(value).duration("gatehouse.key", Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(9)))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void theModeIsProductionUnlessSaidOtherwise() {
        assertThat(Mode.from(SettingsSource.of(Map.of()))).isEqualTo(Mode.PRODUCTION);
        assertThat(Mode.from(SettingsSource.of(Map.of("gatehouse.mode", "development"))))
                .isEqualTo(Mode.DEVELOPMENT);
        assertThatThrownBy(() -> Mode.from(SettingsSource.of(Map.of("gatehouse.mode", "dev"))))
                .hasMessageContaining("gatehouse.mode")
                .hasMessageContaining("production, development");
    }

    @Test
    void everyFeatureIsOnUntilTurnedOff() {
        for (Feature feature : Feature.values()) {
            assertThat(feature.isEnabled(SettingsSource.of(Map.of()))).isTrue();
            assertThat(feature.isEnabled(SettingsSource.of(Map.of(feature.key(), "false"))))
                    .isFalse();
        }
    }
}
