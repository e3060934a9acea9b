package dev.gatehouse.mfa.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own, under its id. */
public final class RecoveryCodeFormFactory extends RecoveryAuthnCodesFormAuthenticatorFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryCodeForm(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
