package dev.gatehouse.ratelimit;

import java.util.concurrent.CompletableFuture;

/**
 * Decides whether one more request passes. However many ask at once, exactly the quota passes in each window.
 *
 * <p>Never blocks the caller: it may run on an event loop.
 */
public interface RateLimits {

    /**
     * Takes one request from the bucket.
     *
     * @return the decision; completed exceptionally when the buckets cannot be reached
     */
    CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key);
}
