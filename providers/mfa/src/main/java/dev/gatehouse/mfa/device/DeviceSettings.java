package dev.gatehouse.mfa.device;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * How long a device is trusted.
 *
 * @param lifetime 1 hour to 90 days; zero where no device is
 */
public record DeviceSettings(Duration lifetime) {

    private static final String LIFETIME = "gatehouse.mfa.trusted-device-lifetime";
    private static final Duration SHORTEST = Duration.ofHours(1);

    public static DeviceSettings from(SettingsSource source) {
        Duration lifetime = source.duration(LIFETIME, Duration.ofDays(30), Duration.ZERO, Duration.ofDays(90));
        if (!lifetime.isZero() && lifetime.compareTo(SHORTEST) < 0) {
            throw new InvalidSetting(
                    LIFETIME, "must be at least " + SHORTEST + ", or 0s for no trusted devices at all");
        }
        return new DeviceSettings(lifetime);
    }

    public boolean isOn() {
        return !lifetime.isZero();
    }

    /** In whole days, at least one, for people to read. */
    public long days() {
        return Math.max(1, lifetime.toDays());
    }
}
