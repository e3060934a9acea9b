package dev.gatehouse.events.keycloak.jpa;

import dev.gatehouse.events.jpa.ActivityEntity;
import dev.gatehouse.events.jpa.DeadLetterEntity;
import dev.gatehouse.events.jpa.OutboxEventEntity;
import dev.gatehouse.events.jpa.RelayLockEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Adds the tables of events to Keycloak's own, and to what it migrates. */
final class EventsJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(OutboxEventEntity.class, DeadLetterEntity.class, RelayLockEntity.class, ActivityEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/gatehouse-events-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return EventsJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
