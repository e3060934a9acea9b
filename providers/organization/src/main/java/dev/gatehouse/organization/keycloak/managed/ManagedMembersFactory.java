package dev.gatehouse.organization.keycloak.managed;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.foundation.keycloak.infinispan.RevisedCache;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.infinispan.organization.InfinispanOrganizationProviderFactory;
import org.keycloak.organization.OrganizationProvider;

/** Stands in for Keycloak's own cache of organizations under its id, so that all of Keycloak asks here. */
public final class ManagedMembersFactory extends InfinispanOrganizationProviderFactory {

    /** A user's answer is some ids at most, for most users none. */
    private static final int KEPT = 20_000;

    private final RevisedCache<Set<String>> kept = new RevisedCache<>(KEPT);
    private boolean enabled;

    @Override
    public OrganizationProvider create(KeycloakSession session) {
        return enabled ? new ManagedMembers(session, kept) : super.create(session);
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
