package dev.gatehouse.ratelimit.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.FakeRateLimits;
import dev.gatehouse.ratelimit.MovableClock;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RateLimitsContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedRefusalsTest extends RateLimitsContract {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final RateLimits buckets = new FakeRateLimits(clock);
    private final RateLimits limits = new RememberedRefusals(
            (limit, key) -> {
                asked.incrementAndGet();
                return buckets.ask(limit, key);
            },
            clock,
            1_000);

    @Test
    void anEmptyBucketIsAskedOnlyOnceMore() {
        RateLimitKey key = newKey();
        for (int i = 0; i < 1_000; i++) {
            ask(LIMIT, key);
        }

        assertThat(asked).hasValue(LIMIT.quota() + 1);
    }

    @Test
    void aRememberedRefusalCountsDown() {
        RateLimit one = new RateLimit("login", 1, Duration.ofMinutes(1));
        RateLimitKey key = newKey();
        ask(one, key);
        ask(one, key);
        clock.move(Duration.ofSeconds(20));

        assertThat(ask(one, key).resetSeconds()).isEqualTo(40);
    }

    @Override
    protected List<RateLimits> nodes() {
        return List.of(limits);
    }

    @Override
    protected void pass(Duration time) {
        clock.move(time);
    }
}
