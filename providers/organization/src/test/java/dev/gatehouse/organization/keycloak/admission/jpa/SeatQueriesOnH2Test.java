package dev.gatehouse.organization.keycloak.admission.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class SeatQueriesOnH2Test extends SeatQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
