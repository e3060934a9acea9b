package dev.gatehouse.account.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class AccountTablesOnPostgreSqlTest extends AccountTablesContract {
    @Override
    TestDatabase open(String changelog, Class<?>... entities) {
        return TestDatabase.postgresql(changelog, entities);
    }
}
