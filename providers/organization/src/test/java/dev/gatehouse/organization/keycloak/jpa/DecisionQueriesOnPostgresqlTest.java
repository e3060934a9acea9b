package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class DecisionQueriesOnPostgresqlTest extends DecisionQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
