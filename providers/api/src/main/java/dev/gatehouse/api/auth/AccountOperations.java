package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.AddressVerification;
import dev.gatehouse.account.keycloak.registration.PasswordRecovery;
import dev.gatehouse.account.keycloak.registration.Registrar;
import java.util.Optional;

/** What anybody may ask about accounts without a token. Each is made only when it is asked for. */
public interface AccountOperations {
    Registrar registrar();

    AddressVerification verification();

    PasswordRecovery recovery();

    /** The client id of the realm's own first-party client. */
    Optional<String> defaultClient();
}
