package dev.gatehouse.ratelimit;

import java.util.concurrent.CompletableFuture;

/** Lets everything pass: what others are given where the operator has switched limits off. */
public final class UnlimitedRateLimits implements RateLimits {
    @Override
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        return CompletableFuture.completedFuture(RateLimitDecision.allowed(limit, limit.quota(), limit.window()));
    }
}
