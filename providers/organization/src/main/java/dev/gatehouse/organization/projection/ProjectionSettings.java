package dev.gatehouse.organization.projection;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * What of the projection can be set.
 *
 * @param checkEvery how long after the end of a check an organization is checked again
 */
public record ProjectionSettings(Duration checkEvery) {

    static final String CHECK_EVERY = "gatehouse.organization.projection.check-every";

    public static ProjectionSettings from(SettingsSource settings) {
        return new ProjectionSettings(
                settings.duration(CHECK_EVERY, Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(365)));
    }
}
