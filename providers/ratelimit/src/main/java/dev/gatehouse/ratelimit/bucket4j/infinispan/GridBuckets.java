package dev.gatehouse.ratelimit.bucket4j.infinispan;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.bucket4j.Buckets;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.grid.infinispan.Bucket4jInfinispan;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.infinispan.Cache;
import org.infinispan.functional.impl.FunctionalMapImpl;
import org.infinispan.functional.impl.ReadWriteMapImpl;

/**
 * Buckets in an Infinispan cache, exact across all nodes that share it; they outlive the death of a node. A bucket
 * leaves the cache once it is full again.
 */
public final class GridBuckets implements RateLimits {
    private static final Duration KEPT_AFTER_FULL = Duration.ofSeconds(5);

    private final AsyncProxyManager<String> buckets;
    private final Executor executor;
    private final Map<RateLimit, BucketConfiguration> configurations = new ConcurrentHashMap<>();

    /**
     * @param cache defined by {@link GridCache}
     * @param executor where questions are put to the cache: those to another node may block, and the caller may not
     */
    public GridBuckets(Cache<String, byte[]> cache, Executor executor) {
        this.executor = executor;
        this.buckets = Bucket4jInfinispan.entryProcessorBasedBuilder(
                        ReadWriteMapImpl.create(FunctionalMapImpl.create(cache.getAdvancedCache())))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_FULL))
                .build()
                .asAsync();
    }

    @Override
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        // Limits come from the settings: as many as there are operations.
        BucketConfiguration configuration = configurations.computeIfAbsent(limit, Buckets::configuration);
        CompletableFuture<RateLimitDecision> answer = new CompletableFuture<>();
        executor.execute(() -> {
            CompletableFuture<RateLimitDecision> unused = take(limit, key, configuration)
                    .whenComplete((decision, failure) -> {
                        if (failure != null) {
                            answer.completeExceptionally(failure);
                        } else {
                            answer.complete(decision);
                        }
                    });
        });
        return answer;
    }

    private CompletableFuture<RateLimitDecision> take(
            RateLimit limit, RateLimitKey key, BucketConfiguration configuration) {
        return buckets.builder()
                .build(key.text(), () -> CompletableFuture.completedFuture(configuration))
                .tryConsumeAndReturnRemaining(1)
                .thenApply(probe -> Buckets.decision(limit, probe));
    }
}
