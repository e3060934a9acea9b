package dev.gatehouse.events;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * How much and how long the outbox holds.
 *
 * @param batchSize events taken in one round, and so deleted in one transaction
 * @param retention how long an event waits for a broker that does not come back, before it is given up
 */
public record RelayLimits(int batchSize, Duration retention) {
    static final String RETENTION = "gatehouse.events.outbox.retention";

    public static RelayLimits from(SettingsSource settings) {
        return new RelayLimits(
                500, settings.duration(RETENTION, Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofDays(365)));
    }
}
