package dev.gatehouse.ratelimit.keycloak.infinispan;

import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.ratelimit.EnabledRealms;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitSettings;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RequestLimiter;
import dev.gatehouse.ratelimit.RequestPaths;
import dev.gatehouse.ratelimit.SteadfastRateLimits;
import dev.gatehouse.ratelimit.StoreWatch;
import dev.gatehouse.ratelimit.bucket4j.LocalBuckets;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridBuckets;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridCache;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridExecutor;
import dev.gatehouse.ratelimit.caffeine.RememberedRefusals;
import dev.gatehouse.ratelimit.keycloak.RealmChanges;
import dev.gatehouse.ratelimit.keycloak.jpa.RealmNames;
import dev.gatehouse.ratelimit.micrometer.MeteredRateLimits;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import org.infinispan.Cache;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.infinispan.InfinispanCacheRealmProviderFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The limits of a running server, put together. */
record RunningLimits(RequestLimiter limiter, RateLimits limits, EnabledRealms realms, GridExecutor executor)
        implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunningLimits.class);

    static RunningLimits start(KeycloakSessionFactory sessions, RateLimitSettings settings) {
        Clock clock = Clock.systemUTC();
        StoreWatch store = new StoreWatch(clock);
        Cache<String, byte[]> cache = KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session ->
                        session.getProvider(InfinispanConnectionProvider.class).getCache(GridCache.NAME));
        GridExecutor executor = GridExecutor.of(cache);
        RateLimits limits = new MeteredRateLimits(
                new RememberedRefusals(
                        new SteadfastRateLimits(
                                new GridBuckets(cache, executor),
                                new LocalBuckets(settings.maxBuckets(), longestWindow(settings), clock),
                                settings.storeTimeout(),
                                settings.fallbackPercent(),
                                store),
                        clock,
                        settings.maxBuckets()),
                store,
                Metrics.globalRegistry);
        EnabledRealms realms = new EnabledRealms(
                new RealmNames(sessions),
                settings.realmRefresh(),
                failure -> LOG.warn("The names of enabled realms could not be read; the last ones hold.", failure));
        listen(sessions, realms);
        RequestPaths paths = new RequestPaths(ServerSettings.source().text("kc.http-relative-path", "/"));
        return new RunningLimits(new RequestLimiter(paths, realms, settings, limits, store), limits, realms, executor);
    }

    @Override
    public void close() {
        realms.close();
        executor.close();
    }

    private static void listen(KeycloakSessionFactory sessions, EnabledRealms realms) {
        sessions.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                RealmChanges.afterCompletion(created.getKeycloakSession());
            } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
                RealmChanges.afterCompletion(removed.getKeycloakSession());
            }
        });
        KeycloakModelUtils.runJobInTransaction(sessions, session -> listenToOtherNodes(session, realms));
    }

    private static void listenToOtherNodes(KeycloakSession session, EnabledRealms realms) {
        session.getProvider(ClusterProvider.class)
                .registerListener(
                        InfinispanCacheRealmProviderFactory.REALM_INVALIDATION_EVENTS, event -> realms.wake());
    }

    private static Duration longestWindow(RateLimitSettings settings) {
        return settings.limits().values().stream()
                .map(RateLimit::window)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
