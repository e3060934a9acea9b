package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
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

    /** Keycloak's page for passkeys as a second factor; raises the login's level. */
    private static final class PasskeyForm extends WebAuthnAuthenticator {

        PasskeyForm(KeycloakSession session) {
            super(session);
        }

        @Override
        public void action(AuthenticationFlowContext context) {
            super.action(context);
            AuthenticationLevel.raiseIfPassed(context, FactorType.PASSKEY);
        }
    }
}
