package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.TokenRefresh;
import dev.gatehouse.api.auth.AuthResource;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/auth}. */
public final class AuthResourceFactory extends ApiResourceFactory {
    private final Clock clock = Clock.systemUTC();

    public AuthResourceFactory() {
        super("auth");
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new AuthResource(
                FirstPartyLogin.of(session),
                new TokenRefresh(session),
                new KeycloakLoginSessions(session),
                new KeycloakDecisionsAccess(session, clock),
                new KeycloakPermissionsAccess(session),
                new KeycloakAccountOperations(session));
    }
}
