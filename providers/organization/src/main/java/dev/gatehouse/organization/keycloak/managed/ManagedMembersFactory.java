package dev.gatehouse.organization.keycloak.managed;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.infinispan.organization.InfinispanOrganizationProviderFactory;
import org.keycloak.organization.OrganizationProvider;

/** Stands in for Keycloak's own cache of organizations under its id, so that all of Keycloak asks here. */
public final class ManagedMembersFactory extends InfinispanOrganizationProviderFactory {

    @Override
    public OrganizationProvider create(KeycloakSession session) {
        return new ManagedMembers(session);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
