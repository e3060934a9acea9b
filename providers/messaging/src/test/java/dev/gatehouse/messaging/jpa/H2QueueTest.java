package dev.gatehouse.messaging.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class H2QueueTest extends JpaQueueContract {
    H2QueueTest() {
        super(TestDatabase.h2(MessageTable.CHANGELOG, MessageEntity.class));
    }
}
