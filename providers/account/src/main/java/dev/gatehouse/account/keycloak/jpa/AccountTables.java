package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.account.registration.jpa.AccountEntities;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Brings our tables into Keycloak's persistence unit and its migration. */
final class AccountTables implements JpaEntityProvider {
    @Override
    public List<Class<?>> getEntities() {
        return AccountEntities.classes();
    }

    @Override
    public String getChangelogLocation() {
        return AccountEntities.CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return AccountTablesFactory.ID;
    }

    @Override
    public void close() {}
}
