package dev.gatehouse.organization.keycloak.admission.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class SeatQueriesOnPostgresqlTest extends SeatQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
