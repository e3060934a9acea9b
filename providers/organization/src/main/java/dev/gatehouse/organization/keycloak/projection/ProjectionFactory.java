package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.organization.projection.ProjectionMeters;
import dev.gatehouse.organization.projection.ProjectionSettings;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Keycloak's door to the projection: listens in every realm without being named in its configuration, and starts the
 * work in the background when the database is ready.
 */
public final class ProjectionFactory implements EventListenerProviderFactory {

    private final Clock clock = Clock.systemUTC();
    private boolean enabled;
    private volatile @Nullable Worker work;

    @Override
    public void init(Config.Scope config) {
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (!enabled) {
            return;
        }
        ProjectionSettings settings = ProjectionSettings.from(ServerSettings.source());
        ProjectionMeters meters = new ProjectionMeters(Metrics.globalRegistry);
        ProjectionHealth.show(meters);
        factory.register(new MembershipEvents());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                work = ProjectionWork.start(factory, settings, meters, clock);
            }
        });
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return enabled ? new UserEvents(session) : Silence.INSTANCE;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void close() {
        Worker running = work;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public String getId() {
        return "gatehouse-organization-projection";
    }

    private enum Silence implements EventListenerProvider {
        INSTANCE;

        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    }
}
