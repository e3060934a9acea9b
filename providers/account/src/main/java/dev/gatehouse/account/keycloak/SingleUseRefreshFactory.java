package dev.gatehouse.account.keycloak;

import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;

/** Stands in for Keycloak's own refresh under its id, so that every refresh token, given out before or after, comes here. */
public final class SingleUseRefreshFactory extends DefaultRefreshTokenProviderFactory {
    private final Clock clock = Clock.systemUTC();

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new SingleUseRefresh(session, clock);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
