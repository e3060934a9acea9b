package dev.gatehouse.mfa.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own, under its id. */
public final class PasskeyFormFactory extends WebAuthnAuthenticatorFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyForm(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
