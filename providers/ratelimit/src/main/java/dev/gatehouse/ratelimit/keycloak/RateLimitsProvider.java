package dev.gatehouse.ratelimit.keycloak;

import dev.gatehouse.ratelimit.RateLimits;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * The server's limits, for whoever limits by more than an address: by account, phone number, client, organization.
 * They are the same buckets that stand in front of Keycloak, one for the whole cluster.
 */
public interface RateLimitsProvider extends Provider {

    /** Lets everything pass where the operator has switched limits off. */
    RateLimits limits();

    static RateLimits of(KeycloakSession session) {
        return session.getProvider(RateLimitsProvider.class).limits();
    }

    @Override
    default void close() {}
}
