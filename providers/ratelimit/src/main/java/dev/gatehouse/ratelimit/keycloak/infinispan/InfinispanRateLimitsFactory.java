package dev.gatehouse.ratelimit.keycloak.infinispan;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.ratelimit.CurrentLimiter;
import dev.gatehouse.ratelimit.RateLimitSettings;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.UnlimitedRateLimits;
import dev.gatehouse.ratelimit.keycloak.RateLimitsProvider;
import dev.gatehouse.ratelimit.keycloak.RateLimitsProviderFactory;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Brings the limits up once Keycloak's caches and tables are there. */
public final class InfinispanRateLimitsFactory implements RateLimitsProviderFactory {
    private static final String ID = "infinispan";

    private @Nullable RateLimitSettings settings;
    private volatile RateLimits limits = new UnlimitedRateLimits();
    private volatile @Nullable RunningLimits running;

    @Override
    public RateLimitsProvider create(KeycloakSession session) {
        return () -> limits;
    }

    @Override
    public void init(Config.Scope config) {
        SettingsSource source = ServerSettings.source();
        settings = Feature.RATELIMIT.isEnabled(source) ? RateLimitSettings.from(source) : null;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RateLimitSettings chosen = settings;
        if (chosen == null) {
            return;
        }
        factory.register(event -> {
            if (event instanceof PostMigrationEvent migrated) {
                start(migrated.getFactory(), chosen);
            }
        });
    }

    private void start(KeycloakSessionFactory sessions, RateLimitSettings chosen) {
        if (running == null) {
            RunningLimits started = RunningLimits.start(sessions, chosen);
            running = started;
            limits = started.limits();
            CurrentLimiter.set(started.limiter());
        }
    }

    @Override
    public void close() {
        RunningLimits ending = running;
        if (ending != null) {
            CurrentLimiter.clear();
            ending.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
