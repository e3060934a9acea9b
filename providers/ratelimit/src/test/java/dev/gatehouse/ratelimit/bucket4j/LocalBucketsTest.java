package dev.gatehouse.ratelimit.bucket4j;

import dev.gatehouse.ratelimit.MovableClock;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RateLimitsContract;
import java.time.Duration;
import java.util.List;

class LocalBucketsTest extends RateLimitsContract {
    private final MovableClock clock = new MovableClock();
    private final RateLimits limits = new LocalBuckets(1_000, Duration.ofMinutes(10), clock);

    @Override
    protected List<RateLimits> nodes() {
        return List.of(limits);
    }

    @Override
    protected void pass(Duration time) {
        clock.move(time);
    }
}
