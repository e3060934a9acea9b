package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The level of a login as Keycloak keeps it, which becomes the token's {@code acr}, with the time of each, so that a later
 * login of the same session need not show again what is fresh.
 */
final class AuthenticationLevel {

    /** What a password alone reaches. */
    private static final int PASSWORD = 1;

    private AuthenticationLevel() {}

    /** Raises the level of this login; never lowers it. A level holds those of the second factors below it. */
    static void raise(KeycloakSession session, AuthenticationSessionModel login, int level) {
        AcrStore levels = new AcrStore(session, login);
        if (levels.getLevelOfAuthenticationFromCurrentAuthentication() < level) {
            for (int reached = PASSWORD + 1; reached <= level; reached++) {
                levels.setLevelAuthenticated(reached);
            }
            login.setUserSessionNote(Constants.LOA_MAP, login.getAuthNote(Constants.LOA_MAP));
        }
    }

    /** Raises the level that a session has for one client. */
    static void raise(AuthenticatedClientSessionModel session, int level) {
        if (AcrStore.getCurrentLevelOfAuthentication(session) < level) {
            session.setNote(Constants.LEVEL_OF_AUTHENTICATION, String.valueOf(level));
        }
    }

    /** For pages of Keycloak's own, which leave the level alone. */
    static void raiseIfPassed(AuthenticationFlowContext context, FactorType shown) {
        if (context.getStatus() == FlowStatus.SUCCESS && EnabledRealm.isEnabled(context.getRealm())) {
            raise(context.getSession(), context.getAuthenticationSession(), shown.level());
        }
    }
}
