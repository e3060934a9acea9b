package dev.gatehouse.benchmarks;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.bucket4j.LocalBuckets;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridBuckets;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridCache;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridExecutor;
import dev.gatehouse.ratelimit.caffeine.RememberedRefusals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one decision costs: from Infinispan, from this node's memory, and when the refusal is remembered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RateLimitsBenchmark {
    private static final RateLimit GENEROUS = new RateLimit("token", 1_000_000_000, Duration.ofDays(1));
    private static final RateLimit SCARCE = new RateLimit("login", 1, Duration.ofDays(1));
    private static final RateLimitKey KEY = new RateLimitKey("demo", "token", "203.0.113.7");

    private final DefaultCacheManager caches = new DefaultCacheManager(
            new GlobalConfigurationBuilder().nonClusteredDefault().build());
    private final RateLimits grid = grid(caches);
    private final RateLimits local = new LocalBuckets(100_000, Duration.ofDays(1), Clock.systemUTC());
    private final RateLimits remembered = new RememberedRefusals(grid, Clock.systemUTC(), 100_000);

    private static RateLimits grid(DefaultCacheManager caches) {
        caches.defineConfiguration(
                GridCache.NAME, GridCache.configuration(false, 100_000).build());
        Cache<String, byte[]> cache = caches.getCache(GridCache.NAME);
        return new GridBuckets(cache, GridExecutor.of(cache));
    }

    @Benchmark
    public RateLimitDecision allowedByInfinispan() {
        return grid.ask(GENEROUS, KEY).join();
    }

    @Benchmark
    public RateLimitDecision allowedByLocalBucket() {
        return local.ask(GENEROUS, KEY).join();
    }

    @Benchmark
    public RateLimitDecision refusedFromMemory() {
        return remembered.ask(SCARCE, KEY).join();
    }

    @TearDown
    public void stop() throws IOException {
        caches.close();
    }
}
