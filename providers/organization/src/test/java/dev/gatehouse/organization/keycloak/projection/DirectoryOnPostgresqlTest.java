package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class DirectoryOnPostgresqlTest extends DirectoryContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
