package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class OrganizationQueriesOnH2Test extends OrganizationQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
