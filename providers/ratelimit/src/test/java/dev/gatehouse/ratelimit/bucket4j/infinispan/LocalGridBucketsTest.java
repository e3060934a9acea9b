package dev.gatehouse.ratelimit.bucket4j.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RateLimitsContract;
import java.time.Duration;
import java.util.List;
import org.infinispan.Cache;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalGridBucketsTest extends RateLimitsContract {
    private static final int MOST = 1_000;
    private static DefaultCacheManager caches;
    private static RateLimits limits;

    @BeforeAll
    static void start() {
        caches = new DefaultCacheManager(
                new GlobalConfigurationBuilder().nonClusteredDefault().build());
        caches.defineConfiguration(
                GridCache.NAME, GridCache.configuration(false, MOST).build());
        Cache<String, byte[]> cache = caches.getCache(GridCache.NAME);
        limits = new GridBuckets(cache, GridExecutor.of(cache));
    }

    @AfterAll
    static void stop() throws Exception {
        caches.close();
    }

    @Test
    void aNodesOwnBucketsAnswerOnTheSpot() {
        assertThat(limits.ask(LIMIT, newKey())).isDone();
    }

    @Test
    void inventedAddressesDoNotFillTheMemory() {
        for (int i = 0; i < 20 * MOST; i++) {
            ask(LIMIT, newKey());
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(caches.getCache(GridCache.NAME).size()).isLessThanOrEqualTo(MOST));
    }

    @Test
    void aBucketLeavesTheCacheOnceItIsFullAgain() {
        RateLimit brief = new RateLimit("login", 5, Duration.ofSeconds(1));
        var key = newKey();
        ask(brief, key);
        assertThat(caches.getCache(GridCache.NAME).containsKey(key.text())).isTrue();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(caches.getCache(GridCache.NAME).containsKey(key.text()))
                        .isFalse());
    }

    @Override
    protected List<RateLimits> nodes() {
        return List.of(limits);
    }
}
