package dev.gatehouse.organization.keycloak.domain.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class DomainQueriesOnPostgresqlTest extends DomainQueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgresql(CHANGELOG, ENTITIES);
    }
}
