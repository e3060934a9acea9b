package dev.gatehouse.ratelimit.bucket4j.infinispan;

import java.util.concurrent.TimeUnit;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.eviction.EvictionStrategy;

/** The cache that buckets live in: bounded, and in a cluster kept by two nodes, so that one may die. */
public final class GridCache {
    public static final String NAME = "gatehouseRateLimits";

    /** A question that another node has not answered by then is given up; nobody waits for it any more. */
    private static final long GIVEN_UP_AFTER_MILLIS = 2_000;

    private GridCache() {}

    /** @param maxBuckets how many buckets one node keeps; the least used are forgotten first */
    public static ConfigurationBuilder configuration(boolean clustered, int maxBuckets) {
        ConfigurationBuilder cache = new ConfigurationBuilder();
        cache.encoding().mediaType(MediaType.APPLICATION_OBJECT_TYPE);
        cache.memory().whenFull(EvictionStrategy.REMOVE).maxCount(maxBuckets);
        cache.expiration().wakeUpInterval(30, TimeUnit.SECONDS);
        cache.locking().lockAcquisitionTimeout(GIVEN_UP_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        if (clustered) {
            cache.clustering()
                    .cacheMode(CacheMode.DIST_SYNC)
                    .remoteTimeout(GIVEN_UP_AFTER_MILLIS, TimeUnit.MILLISECONDS)
                    .hash()
                    .numOwners(2);
            // A node that joins begins at once and is handed the buckets meanwhile.
            cache.clustering().stateTransfer().awaitInitialTransfer(false);
        }
        return cache;
    }
}
