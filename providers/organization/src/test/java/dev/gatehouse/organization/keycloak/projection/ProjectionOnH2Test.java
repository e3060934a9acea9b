package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;

class ProjectionOnH2Test extends ProjectionContract {

    @Override
    TestDatabase database() {
        return KeycloakTables.onH2();
    }
}
