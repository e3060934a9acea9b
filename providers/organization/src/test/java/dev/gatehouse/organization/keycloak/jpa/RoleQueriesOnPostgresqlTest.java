package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class RoleQueriesOnPostgresqlTest extends RoleQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
