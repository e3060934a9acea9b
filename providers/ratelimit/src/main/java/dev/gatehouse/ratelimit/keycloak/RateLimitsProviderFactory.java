package dev.gatehouse.ratelimit.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Starts the limits with the server and ends them with it. */
public interface RateLimitsProviderFactory extends ProviderFactory<RateLimitsProvider> {}
