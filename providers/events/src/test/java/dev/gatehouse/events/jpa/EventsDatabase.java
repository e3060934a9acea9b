package dev.gatehouse.events.jpa;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.foundation.testing.TestDatabase;
import java.time.Clock;

/** A database with the tables of events. */
public final class EventsDatabase {
    private static final String CHANGELOG = "META-INF/gatehouse-events-changelog.xml";
    private static final Class<?>[] ENTITIES = {
        OutboxEventEntity.class, DeadLetterEntity.class, RelayLockEntity.class, ActivityEntity.class
    };

    private EventsDatabase() {}

    public static TestDatabase h2() {
        return TestDatabase.h2(CHANGELOG, ENTITIES);
    }

    public static TestDatabase postgresql() {
        return TestDatabase.postgresql(CHANGELOG, ENTITIES);
    }

    public static JpaOutboxQueue queue(TestDatabase database) {
        return new JpaOutboxQueue(
                new Transactions() {
                    @Override
                    public <T> T inTransaction(java.util.function.Function<jakarta.persistence.EntityManager, T> work) {
                        return database.inTransaction(work);
                    }
                },
                Clock.systemUTC());
    }

    public static void append(TestDatabase database, EventEnvelope... events) {
        database.run(entityManager -> {
            for (EventEnvelope event : events) {
                new JpaEventOutbox(entityManager).append(event);
            }
        });
    }
}
