package dev.gatehouse.ratelimit.bucket4j.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RateLimitsContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.infinispan.Cache;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes in one JVM: everything passes through the wire format, nothing through a socket. */
class ClusteredGridBucketsTest extends RateLimitsContract {
    private static final List<DefaultCacheManager> CACHES = new ArrayList<>();
    private static final List<GridExecutor> EXECUTORS = new ArrayList<>();
    private static final List<RateLimits> NODES = new ArrayList<>();

    @BeforeAll
    static void start() {
        NODES.add(node("one"));
        NODES.add(node("two"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> CACHES.get(0).getMembers().size() == 2
                        && CACHES.get(1).getMembers().size() == 2);
    }

    @AfterAll
    static void stop() throws Exception {
        for (GridExecutor executor : EXECUTORS) {
            executor.close();
        }
        for (DefaultCacheManager caches : CACHES) {
            caches.close();
        }
    }

    @Test
    void aBucketOutlivesTheDeathOfANode() throws Exception {
        RateLimits mortal = node("three");
        int dying = CACHES.size() - 1;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> CACHES.get(0).getMembers().size() == 3);
        List<RateLimitKey> keys = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RateLimitKey key = newKey();
            keys.add(key);
            mortal.ask(LIMIT, key).join();
            mortal.ask(LIMIT, key).join();
        }

        CACHES.get(dying).close();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> CACHES.get(0).getMembers().size() == 2);

        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(NODES.get(0).ask(LIMIT, key).join().remaining())
                                .isEqualTo(17));
    }

    private static RateLimits node(String name) {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().nodeName(name).addProperty("configurationFile", "in-one-jvm.xml");
        DefaultCacheManager caches = new DefaultCacheManager(global.build());
        caches.defineConfiguration(
                GridCache.NAME, GridCache.configuration(true, 10_000).build());
        Cache<String, byte[]> cache = caches.getCache(GridCache.NAME);
        CACHES.add(caches);
        GridExecutor executor = GridExecutor.of(cache);
        EXECUTORS.add(executor);
        return new GridBuckets(cache, executor);
    }

    @Override
    protected List<RateLimits> nodes() {
        return NODES;
    }
}
