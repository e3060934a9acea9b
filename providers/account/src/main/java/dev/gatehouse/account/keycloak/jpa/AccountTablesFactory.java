package dev.gatehouse.account.keycloak.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the tables. They exist whether the feature is on or not, so that it can be turned on without a new build. */
public final class AccountTablesFactory implements JpaEntityProviderFactory {
    static final String ID = "gatehouse-account";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new AccountTables();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
