package dev.gatehouse.messaging.quota;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * So many within a time that begins with the first of them.
 *
 * @param amount from 1
 */
public record Quota(int amount, Duration window) {
    private static final int MOST = 10_000_000;

    public Quota {
        if (amount < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A quota allows at least one in some time");
        }
    }

    /**
     * @param key of the amount; that of the time is the same with {@code -window} at its end
     */
    public static Quota from(SettingsSource source, String key, Quota byDefault) {
        return new Quota(
                source.integer(key, byDefault.amount(), 1, MOST),
                source.duration(key + "-window", byDefault.window(), Duration.ofMinutes(1), Duration.ofDays(31)));
    }
}
