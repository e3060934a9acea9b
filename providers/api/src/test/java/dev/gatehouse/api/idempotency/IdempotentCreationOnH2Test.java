package dev.gatehouse.api.idempotency;

import dev.gatehouse.foundation.testing.TestDatabase;

class IdempotentCreationOnH2Test extends IdempotentCreationContract {
    @Override
    TestDatabase database(String changelog, Class<?>... entities) {
        return TestDatabase.h2(changelog, entities);
    }

    @Override
    String impatience() {
        return "set lock_timeout 100";
    }
}
