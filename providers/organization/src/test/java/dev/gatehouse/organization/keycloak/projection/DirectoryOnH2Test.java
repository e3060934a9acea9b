package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class DirectoryOnH2Test extends DirectoryContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
