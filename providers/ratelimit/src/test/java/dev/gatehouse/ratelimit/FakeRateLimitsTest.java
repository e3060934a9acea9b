package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.List;

class FakeRateLimitsTest extends RateLimitsContract {
    private final MovableClock clock = new MovableClock();
    private final RateLimits limits = new FakeRateLimits(clock);

    @Override
    protected List<RateLimits> nodes() {
        return List.of(limits);
    }

    @Override
    protected void pass(Duration time) {
        clock.move(time);
    }
}
