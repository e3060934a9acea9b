package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class ChecksOnH2Test extends ChecksContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
