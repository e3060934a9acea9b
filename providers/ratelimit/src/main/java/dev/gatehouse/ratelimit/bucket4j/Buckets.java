package dev.gatehouse.ratelimit.bucket4j;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How a limit is said to bucket4j, and how its answer reads. */
public final class Buckets {
    private Buckets() {}

    /** A bucket that is filled at once when its window ends: exactly the quota passes in a window. */
    public static BucketConfiguration configuration(RateLimit limit) {
        return BucketConfiguration.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit.quota()).refillIntervally(limit.quota(), limit.window()))
                .build();
    }

    public static RateLimitDecision decision(RateLimit limit, ConsumptionProbe probe) {
        return probe.isConsumed()
                ? RateLimitDecision.allowed(
                        limit, probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()))
                : RateLimitDecision.refused(limit, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
