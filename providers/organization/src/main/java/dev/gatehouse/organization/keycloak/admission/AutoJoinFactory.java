package dev.gatehouse.organization.keycloak.admission;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Keycloak's door to {@link AutoJoin}, which listens in every realm without being named in its configuration. */
public final class AutoJoinFactory implements EventListenerProviderFactory {

    private static final EventListenerProvider DEAF = new EventListenerProvider() {
        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    };

    private boolean enabled;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return enabled ? new AutoJoin(session) : DEAF;
    }

    @Override
    public void init(Config.Scope config) {
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "gatehouse-organization-auto-join";
    }
}
