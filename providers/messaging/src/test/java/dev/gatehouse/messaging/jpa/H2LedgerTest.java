package dev.gatehouse.messaging.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class H2LedgerTest extends JpaLedgerContract {
    H2LedgerTest() {
        super(TestDatabase.h2(MessageTable.CHANGELOG, QuotaEntity.class));
    }
}
