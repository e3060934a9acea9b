package dev.gatehouse.events;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * What of the events can be set, but for Kafka.
 *
 * @param tokenTraffic whether the everyday traffic of tokens is recorded too
 * @param activityRetention how long activity can be read
 */
public record EventsSettings(boolean tokenTraffic, Duration activityRetention, RelayLimits relay) {
    static final String TOKEN_TRAFFIC = "gatehouse.events.token-traffic";
    static final String ACTIVITY_RETENTION = "gatehouse.events.activity.retention";

    public static EventsSettings from(SettingsSource settings) {
        return new EventsSettings(
                settings.flag(TOKEN_TRAFFIC, false),
                settings.duration(ACTIVITY_RETENTION, Duration.ofDays(365), Duration.ofDays(1), Duration.ofDays(36500)),
                RelayLimits.from(settings));
    }
}
