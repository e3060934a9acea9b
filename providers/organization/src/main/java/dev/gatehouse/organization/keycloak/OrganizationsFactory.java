package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Keycloak's door to {@link Organizations}; listens to what happens to organizations elsewhere. */
public final class OrganizationsFactory implements ProviderFactory<Organizations> {

    private boolean enabled;

    @Override
    public Organizations create(KeycloakSession session) {
        return new Organizations(session, OrganizationQueries.of(session), MembershipQueries.of(session), enabled);
    }

    @Override
    public void init(Config.Scope config) {
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (enabled) {
            factory.register(new OrganizationEvents(Clock.systemUTC()));
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "default";
    }
}
