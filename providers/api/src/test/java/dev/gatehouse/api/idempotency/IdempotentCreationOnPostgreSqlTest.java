package dev.gatehouse.api.idempotency;

import dev.gatehouse.foundation.testing.TestDatabase;

class IdempotentCreationOnPostgreSqlTest extends IdempotentCreationContract {
    @Override
    TestDatabase database(String changelog, Class<?>... entities) {
        return TestDatabase.postgresql(changelog, entities);
    }

    @Override
    String impatience() {
        return "set local lock_timeout = 100";
    }
}
