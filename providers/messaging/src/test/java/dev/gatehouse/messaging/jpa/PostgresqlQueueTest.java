package dev.gatehouse.messaging.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class PostgresqlQueueTest extends JpaQueueContract {
    PostgresqlQueueTest() {
        super(TestDatabase.postgresql(MessageTable.CHANGELOG, MessageEntity.class));
    }
}
