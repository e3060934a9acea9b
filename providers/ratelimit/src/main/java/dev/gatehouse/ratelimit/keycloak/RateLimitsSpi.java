package dev.gatehouse.ratelimit.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes the server's limits known to Keycloak as a provider of its own kind. */
public final class RateLimitsSpi implements Spi {
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "gatehouse-rate-limits";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RateLimitsProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface asks for the raw class
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return RateLimitsProviderFactory.class;
    }
}
