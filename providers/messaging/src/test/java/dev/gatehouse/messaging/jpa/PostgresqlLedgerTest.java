package dev.gatehouse.messaging.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class PostgresqlLedgerTest extends JpaLedgerContract {
    PostgresqlLedgerTest() {
        super(TestDatabase.postgresql(MessageTable.CHANGELOG, QuotaEntity.class));
    }
}
