package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class MembershipQueriesOnPostgresqlTest extends MembershipQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onPostgresql();
    }
}
