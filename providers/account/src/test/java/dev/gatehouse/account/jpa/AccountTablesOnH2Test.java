package dev.gatehouse.account.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class AccountTablesOnH2Test extends AccountTablesContract {
    @Override
    TestDatabase open(String changelog, Class<?>... entities) {
        return TestDatabase.h2(changelog, entities);
    }
}
