package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class DecisionQueriesOnH2Test extends DecisionQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
