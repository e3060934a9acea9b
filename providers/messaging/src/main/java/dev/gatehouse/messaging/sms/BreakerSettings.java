package dev.gatehouse.messaging.sms;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * When a failing gateway is left in peace. Keys start with {@code gatehouse.sms.breaker.}.
 *
 * @param attempts       the latest so many are looked at, once there are half as many
 * @param failurePercent of them that open the breaker
 * @param openFor        how long it stays open until single messages try the gateway
 */
public record BreakerSettings(int attempts, int failurePercent, Duration openFor) {

    static BreakerSettings from(SettingsSource source) {
        return new BreakerSettings(
                source.integer("gatehouse.sms.breaker.attempts", 10, 2, 1000),
                source.integer("gatehouse.sms.breaker.failure-percent", 50, 1, 100),
                source.duration(
                        "gatehouse.sms.breaker.open-for",
                        Duration.ofSeconds(30),
                        Duration.ofMillis(100),
                        Duration.ofHours(1)));
    }
}
