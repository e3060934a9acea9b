package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class QueriesOnH2Test extends QueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2(CHANGELOG, ENTITIES);
    }
}
