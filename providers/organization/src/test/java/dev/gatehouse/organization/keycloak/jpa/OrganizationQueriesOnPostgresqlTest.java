package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class OrganizationQueriesOnPostgresqlTest extends OrganizationQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
