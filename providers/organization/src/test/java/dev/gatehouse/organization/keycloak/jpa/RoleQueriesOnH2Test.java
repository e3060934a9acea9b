package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class RoleQueriesOnH2Test extends RoleQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
