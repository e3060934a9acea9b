package dev.gatehouse.organization.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionSettingsTest {

    @Test
    void organizationsAreCheckedOnceADay() {
        assertThat(ProjectionSettings.from(SettingsSource.of(Map.of())).checkEvery())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aCheckWithoutAnyRestIsRefused() {
        assertThatThrownBy(() ->
                        ProjectionSettings.from(SettingsSource.of(Map.of(ProjectionSettings.CHECK_EVERY, "PT1S"))))
                .isInstanceOf(InvalidSetting.class);
    }
}
