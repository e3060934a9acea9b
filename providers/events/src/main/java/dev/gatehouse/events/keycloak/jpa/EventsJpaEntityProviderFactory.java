package dev.gatehouse.events.keycloak.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Keycloak's door to the tables of events. */
public final class EventsJpaEntityProviderFactory implements JpaEntityProviderFactory {
    static final String ID = "gatehouse-events";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new EventsJpaEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
