package dev.gatehouse.ratelimit.keycloak.infinispan;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.ratelimit.RateLimitSettings;
import dev.gatehouse.ratelimit.bucket4j.infinispan.GridCache;
import java.io.IOException;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.spi.infinispan.impl.embedded.DefaultCacheEmbeddedConfigProviderFactory;

/**
 * Adds the cache of buckets to those that Keycloak configures, all of whose options go on working. A cache of that name
 * in the operator's own configuration file is left as it is.
 */
public final class BucketCacheConfigFactory extends DefaultCacheEmbeddedConfigProviderFactory {

    @Override
    protected ConfigurationBuilderHolder createConfiguration(KeycloakSessionFactory factory) throws IOException {
        ConfigurationBuilderHolder caches = super.createConfiguration(factory);
        SettingsSource settings = ServerSettings.source();
        if (Feature.RATELIMIT.isEnabled(settings)) {
            boolean clustered =
                    caches.getGlobalConfigurationBuilder().transport().getTransport() != null;
            caches.getNamedConfigurationBuilders()
                    .putIfAbsent(
                            GridCache.NAME, GridCache.configuration(clustered, RateLimitSettings.maxBuckets(settings)));
        }
        return caches;
    }

    @Override
    public int order() {
        return 10;
    }
}
