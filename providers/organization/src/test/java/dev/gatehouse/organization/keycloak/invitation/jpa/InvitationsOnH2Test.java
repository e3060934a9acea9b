package dev.gatehouse.organization.keycloak.invitation.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;

class InvitationsOnH2Test extends InvitationQueriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2(CHANGELOG, ENTITIES);
    }
}
