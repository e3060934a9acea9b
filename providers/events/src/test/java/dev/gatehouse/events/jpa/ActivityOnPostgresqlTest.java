package dev.gatehouse.events.jpa;

import dev.gatehouse.events.ActivityContract;
import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.foundation.testing.TestDatabase;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

class ActivityOnPostgresqlTest extends ActivityContract {
    private final TestDatabase database = EventsDatabase.postgresql();

    @Override
    protected <T> T inTransaction(Function<ActivityStore, T> work) {
        return database.inTransaction(entityManager -> work.apply(new JpaActivityStore(entityManager)));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
