package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.users.UsersResource;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/users}. */
public final class UsersResourceFactory extends ApiResourceFactory {
    private final Clock clock = Clock.systemUTC();

    public UsersResourceFactory() {
        super("users");
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new UsersResource(new KeycloakUsersAccess(session, clock));
    }
}
