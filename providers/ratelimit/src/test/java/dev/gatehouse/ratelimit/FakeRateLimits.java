package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Windows in a map. */
public final class FakeRateLimits implements RateLimits {
    private record Window(Instant end, int used) {}

    private final Map<RateLimitKey, Window> windows = new HashMap<>();
    private final Clock clock;

    public FakeRateLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        Instant now = clock.instant();
        Window window = windows.get(key);
        if (window == null || !window.end.isAfter(now)) {
            window = new Window(now.plus(limit.window()), 0);
        }
        Duration untilReset = Duration.between(now, window.end);
        if (window.used >= limit.quota()) {
            return CompletableFuture.completedFuture(RateLimitDecision.refused(limit, untilReset));
        }
        windows.put(key, new Window(window.end, window.used + 1));
        return CompletableFuture.completedFuture(
                RateLimitDecision.allowed(limit, limit.quota() - window.used - 1, untilReset));
    }
}
