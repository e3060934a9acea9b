package dev.gatehouse.organization.keycloak.invitation.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class InvitationsOnPostgresqlTest extends InvitationQueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgresql(CHANGELOG, ENTITIES);
    }
}
