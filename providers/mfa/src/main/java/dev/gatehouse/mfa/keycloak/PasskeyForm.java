package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
import org.keycloak.models.KeycloakSession;

/** Keycloak's page for passkeys as a second factor; raises the login's level. */
final class PasskeyForm extends WebAuthnAuthenticator {

    PasskeyForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        super.action(context);
        AuthenticationLevel.raiseIfPassed(context, FactorType.PASSKEY);
    }
}
