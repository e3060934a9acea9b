package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.organizations.OrganizationsResource;
import dev.gatehouse.foundation.Feature;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/organizations}. */
public final class OrganizationsResourceFactory extends ApiResourceFactory {
    private final Clock clock = Clock.systemUTC();

    public OrganizationsResourceFactory() {
        super("organizations", Feature.ORGANIZATION);
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new OrganizationsResource(new KeycloakOrganizationsAccess(session, clock));
    }
}
