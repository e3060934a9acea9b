package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class MembershipQueriesOnH2Test extends MembershipQueriesContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
