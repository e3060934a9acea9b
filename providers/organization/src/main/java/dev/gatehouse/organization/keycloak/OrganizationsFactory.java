package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.organization.keycloak.domain.DomainWatch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderFactory;

/** Keycloak's door to {@link Organizations}; listens to what happens to organizations elsewhere. */
public final class OrganizationsFactory implements ProviderFactory<Organizations> {

    private @Nullable Surroundings surroundings;
    private volatile @Nullable Worker domainWatch;

    @Override
    public Organizations create(KeycloakSession session) {
        return new Organizations(session, surroundings());
    }

    @Override
    public void init(Config.Scope config) {
        surroundings = Surroundings.of(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (surroundings().enabled()) {
            factory.register(new OrganizationEvents(surroundings().clock()));
            factory.register(event -> {
                if (event instanceof PostMigrationEvent) {
                    domainWatch = DomainWatch.start(factory, surroundings().proofs());
                }
            });
        }
    }

    @Override
    public void close() {
        Worker running = domainWatch;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public String getId() {
        return "default";
    }

    private Surroundings surroundings() {
        return Objects.requireNonNull(surroundings, "asked before Keycloak has initialized it");
    }
}
