package dev.gatehouse.mfa.keycloak.jpa;

import dev.gatehouse.mfa.jpa.MfaEntities;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Brings our tables into Keycloak's persistence unit and its migration. */
final class MfaJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return MfaEntities.classes();
    }

    @Override
    public String getChangelogLocation() {
        return MfaEntities.CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return MfaJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
