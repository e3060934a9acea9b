package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.registration.AddressProof;
import dev.gatehouse.account.keycloak.registration.PasswordRecovery;
import dev.gatehouse.account.keycloak.registration.Registrar;
import dev.gatehouse.api.auth.AccountOperations;
import org.keycloak.models.KeycloakSession;

/** On the users of the session's realm. */
record KeycloakAccountOperations(KeycloakSession keycloak) implements AccountOperations {
    @Override
    public Registrar registrar() {
        return new Registrar(keycloak);
    }

    @Override
    public AddressProof proof() {
        return new AddressProof(keycloak);
    }

    @Override
    public PasswordRecovery recovery() {
        return new PasswordRecovery(keycloak);
    }
}
