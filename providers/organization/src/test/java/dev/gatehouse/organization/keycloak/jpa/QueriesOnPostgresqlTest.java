package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class QueriesOnPostgresqlTest extends QueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgresql(CHANGELOG, ENTITIES);
    }
}
