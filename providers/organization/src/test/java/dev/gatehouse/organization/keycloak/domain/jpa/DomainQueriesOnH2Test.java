package dev.gatehouse.organization.keycloak.domain.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class DomainQueriesOnH2Test extends DomainQueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2(CHANGELOG, ENTITIES);
    }
}
