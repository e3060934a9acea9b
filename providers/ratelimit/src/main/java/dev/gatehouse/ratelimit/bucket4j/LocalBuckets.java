package dev.gatehouse.ratelimit.bucket4j;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Buckets of this node alone, in its memory, bounded in number. Always answers at once. */
public final class LocalBuckets implements RateLimits {
    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    /** @param most how many buckets are kept; the least used are forgotten first */
    public LocalBuckets(int most, Duration longestWindow, Clock clock) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(longestWindow)
                .build();
        this.time = new ClockTime(clock);
    }

    @Override
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        Bucket bucket = buckets.get(key.text(), absent -> newBucket(limit));
        return CompletableFuture.completedFuture(Buckets.decision(limit, bucket.tryConsumeAndReturnRemaining(1)));
    }

    private Bucket newBucket(RateLimit limit) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        Arrays.stream(Buckets.configuration(limit).getBandwidths()).forEach(builder::addLimit);
        return builder.build();
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
