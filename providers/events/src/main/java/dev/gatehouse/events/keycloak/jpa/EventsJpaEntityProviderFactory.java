package dev.gatehouse.events.keycloak.jpa;

import dev.gatehouse.events.jpa.ActivityEntity;
import dev.gatehouse.events.jpa.DeadLetterEntity;
import dev.gatehouse.events.jpa.OutboxEventEntity;
import dev.gatehouse.events.jpa.RelayLockEntity;
import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import java.util.List;

/** Keycloak's door to the tables of events. */
public final class EventsJpaEntityProviderFactory extends ModuleTablesFactory {
    public EventsJpaEntityProviderFactory() {
        super(
                "gatehouse-events",
                "META-INF/gatehouse-events-changelog.xml",
                List.of(OutboxEventEntity.class, DeadLetterEntity.class, RelayLockEntity.class, ActivityEntity.class));
    }
}
