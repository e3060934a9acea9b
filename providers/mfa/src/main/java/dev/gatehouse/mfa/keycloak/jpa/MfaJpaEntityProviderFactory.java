package dev.gatehouse.mfa.keycloak.jpa;

import org.keycloak.Config.Scope;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the tables. They exist whether the feature is on or not, so that it can be turned on without a new build. */
public final class MfaJpaEntityProviderFactory implements JpaEntityProviderFactory {

    static final String ID = "gatehouse-mfa";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new MfaJpaEntityProvider();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
