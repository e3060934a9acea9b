package dev.gatehouse.ratelimit.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.FakeRateLimits;
import dev.gatehouse.ratelimit.MovableClock;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.StoreWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeteredRateLimitsTest {

    @Test
    void everyDecisionIsCountedByPolicyAndOutcome() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        MovableClock clock = new MovableClock();
        MeteredRateLimits limits = new MeteredRateLimits(new FakeRateLimits(clock), new StoreWatch(clock), meters);
        RateLimit two = new RateLimit("login", 2, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            limits.ask(two, new RateLimitKey("demo", "login", "203.0.113.7")).join();
        }

        assertThat(meters.get("gatehouse.ratelimit.decisions")
                        .tags("policy", "login", "outcome", "allowed")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("gatehouse.ratelimit.decisions")
                        .tags("policy", "login", "outcome", "refused")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(meters.get("gatehouse.ratelimit.fallbacks").functionCounter().count())
                .isZero();
    }
}
