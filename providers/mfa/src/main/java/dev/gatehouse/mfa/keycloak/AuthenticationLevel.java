package dev.gatehouse.mfa.keycloak;

import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The level of a login as Keycloak keeps it, which becomes the token's {@code acr}. */
final class AuthenticationLevel {

    private AuthenticationLevel() {}

    /** Raises the level of this login, for this login only; never lowers it. */
    static void raise(KeycloakSession session, AuthenticationSessionModel login, int level) {
        AcrStore levels = new AcrStore(session, login);
        if (levels.getLevelOfAuthenticationFromCurrentAuthentication() < level) {
            levels.setLevelAuthenticatedToCurrentRequest(level);
        }
    }
}
