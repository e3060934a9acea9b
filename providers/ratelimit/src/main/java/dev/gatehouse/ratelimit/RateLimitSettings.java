package dev.gatehouse.ratelimit;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of this server.
 *
 * @param limits the limit of every operation
 * @param storeTimeout how long a request waits for the shared buckets before a local one decides
 * @param fallbackPercent how much of a quota a local bucket grants
 * @param maxBuckets how many buckets one node keeps; the least used go first
 * @param realmRefresh how long a realm's change of {@code gatehouse.enabled} may go unnoticed
 * @param unlimited networks that are not limited by address, such as one's own application servers
 */
public record RateLimitSettings(
        Map<LimitedOperation, RateLimit> limits,
        Duration storeTimeout,
        int fallbackPercent,
        int maxBuckets,
        Duration realmRefresh,
        UnlimitedAddresses unlimited) {
    static final String PREFIX = "gatehouse.ratelimit.";
    public static final String MAX_BUCKETS = PREFIX + "max-buckets";
    private static final int MOST_REQUESTS = 1_000_000;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    public RateLimitSettings {
        limits = Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    /** Every setting, or what holds by default. */
    public static RateLimitSettings from(SettingsSource settings) {
        Map<LimitedOperation, RateLimit> limits = new EnumMap<>(LimitedOperation.class);
        for (LimitedOperation operation : LimitedOperation.values()) {
            limits.put(operation, limit(settings, operation.defaultLimit()));
        }
        return new RateLimitSettings(
                limits,
                settings.duration(
                        PREFIX + "store-timeout", Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofSeconds(5)),
                settings.integer(PREFIX + "fallback-percent", 25, 1, 100),
                maxBuckets(settings),
                settings.duration(
                        PREFIX + "realm-refresh", Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(5)),
                unlimited(settings));
    }

    /** How many buckets one node keeps: asked for alone by whoever defines the cache, before all else is known. */
    public static int maxBuckets(SettingsSource settings) {
        return settings.integer(MAX_BUCKETS, 100_000, 1_000, 10_000_000);
    }

    public RateLimit limit(LimitedOperation operation) {
        return limits.getOrDefault(operation, operation.defaultLimit());
    }

    private static RateLimit limit(SettingsSource settings, RateLimit byDefault) {
        String key = PREFIX + byDefault.name();
        int quota = settings.integer(key + ".quota", byDefault.quota(), 1, MOST_REQUESTS);
        Duration window = settings.duration(key + ".window", byDefault.window(), Duration.ofSeconds(1), LONGEST_WINDOW);
        if (window.toMillis() % 1000 != 0) {
            throw new InvalidSetting(key + ".window", "\"" + window + "\" is not a whole number of seconds");
        }
        return new RateLimit(byDefault.name(), quota, window);
    }

    private static UnlimitedAddresses unlimited(SettingsSource settings) {
        String key = PREFIX + "unlimited-addresses";
        List<AddressRange> ranges = Arrays.stream(settings.text(key, "").split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(range -> AddressRange.parse(range)
                        .orElseThrow(() -> new InvalidSetting(
                                key, "\"" + range + "\" is neither an address nor a network such as 10.0.0.0/8")))
                .toList();
        return new UnlimitedAddresses(ranges);
    }
}
