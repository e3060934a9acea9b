package dev.gatehouse.mfa.keycloak;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own, under its id. */
public final class TotpFormFactory extends OTPFormAuthenticatorFactory {

    private static final TotpForm STATELESS = new TotpForm();

    @Override
    public Authenticator create(KeycloakSession session) {
        return STATELESS;
    }

    @Override
    public int order() {
        return 1;
    }
}
