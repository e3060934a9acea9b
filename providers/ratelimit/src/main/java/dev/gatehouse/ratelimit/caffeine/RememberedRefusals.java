package dev.gatehouse.ratelimit.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Answers for an empty bucket until it is full again, without asking for it: a flood costs one look into this node's own
 * memory, and nothing in the cluster.
 *
 * <p>Changes no decision: an empty bucket gives nothing before its reset.
 */
public final class RememberedRefusals implements RateLimits {
    private record Refusal(RateLimit limit, long untilMillis) {}

    private final RateLimits buckets;
    private final Clock clock;
    private final Cache<String, Refusal> refusals;

    /** @param most how many refusals are remembered; the least useful are forgotten first */
    public RememberedRefusals(RateLimits buckets, Clock clock, int most) {
        this.buckets = buckets;
        this.clock = clock;
        this.refusals = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<String, Refusal>creating(
                        (key, refusal) -> Duration.ofMillis(Math.max(1, refusal.untilMillis - clock.millis()))))
                .build();
    }

    @Override
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        String name = key.text();
        Refusal refusal = refusals.getIfPresent(name);
        if (refusal != null) {
            long left = refusal.untilMillis - clock.millis();
            if (left > 0) {
                return CompletableFuture.completedFuture(
                        RateLimitDecision.refused(refusal.limit, Duration.ofMillis(left)));
            }
            refusals.invalidate(name);
        }
        return buckets.ask(limit, key).thenApply(decision -> {
            if (!decision.isAllowed()) {
                refusals.put(
                        name,
                        new Refusal(
                                decision.limit(),
                                clock.millis() + decision.untilReset().toMillis()));
            }
            return decision;
        });
    }
}
