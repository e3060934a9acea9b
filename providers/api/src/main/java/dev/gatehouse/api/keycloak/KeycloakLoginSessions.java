package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.SessionEnd;
import dev.gatehouse.api.auth.LoginSessions;
import org.keycloak.models.KeycloakSession;

/** Ends Keycloak's user sessions. */
record KeycloakLoginSessions(KeycloakSession keycloak) implements LoginSessions {
    @Override
    public void endOfCaller() {
        Caller caller = Caller.require(keycloak);
        new SessionEnd(keycloak).end(caller.session(), caller.client());
    }

    @Override
    public boolean endOfRefreshToken(String refreshToken) {
        return new SessionEnd(keycloak).endOf(refreshToken);
    }
}
