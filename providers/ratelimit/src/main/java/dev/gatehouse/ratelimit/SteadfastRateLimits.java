package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Always answers, and in time. If the shared buckets fail, or do not answer within the timeout, a smaller local bucket
 * decides: neither does the door stand open nor is everybody locked out.
 *
 * <p>At most {@value #MOST_WAITING} questions wait for the shared buckets at once. Past that they are not asked, so that
 * a store that hangs costs bounded memory and soon no time.
 */
public final class SteadfastRateLimits implements RateLimits {
    static final int MOST_WAITING = 1_000;

    private final RateLimits shared;
    private final RateLimits local;
    private final Duration timeout;
    private final int fallbackPercent;
    private final StoreWatch watch;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param fallbackPercent how much of the quota the local bucket grants */
    public SteadfastRateLimits(
            RateLimits shared, RateLimits local, Duration timeout, int fallbackPercent, StoreWatch watch) {
        this.shared = shared;
        this.local = local;
        this.timeout = timeout;
        this.fallbackPercent = fallbackPercent;
        this.watch = watch;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the inner future of exceptionallyCompose is the one returned
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return instead(limit, key);
        }
        CompletableFuture<RateLimitDecision> answer = question(limit, key);
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            waiting.decrementAndGet();
            return answer;
        }
        // The place is given back when the store answers, not when we stop waiting for it.
        CompletableFuture<RateLimitDecision> unused =
                answer.whenComplete((decision, failure) -> waiting.decrementAndGet());
        return answer.copy()
                .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .handle((decision, failure) -> {
                    if (failure != null) {
                        return instead(limit, key);
                    }
                    return CompletableFuture.completedFuture(decision);
                })
                .thenCompose(decision -> decision);
    }

    private CompletableFuture<RateLimitDecision> question(RateLimit limit, RateLimitKey key) {
        try {
            return shared.ask(limit, key);
        } catch (RuntimeException unreachable) {
            return CompletableFuture.failedFuture(unreachable);
        }
    }

    private CompletableFuture<RateLimitDecision> instead(RateLimit limit, RateLimitKey key) {
        watch.unanswered();
        return local.ask(limit.reducedTo(fallbackPercent), key);
    }
}
