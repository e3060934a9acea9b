package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
import org.keycloak.models.KeycloakSession;

/** Keycloak's page for recovery codes; raises the login's level. */
final class RecoveryCodeForm extends RecoveryAuthnCodesFormAuthenticator {

    RecoveryCodeForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        super.action(context);
        AuthenticationLevel.raiseIfPassed(context, FactorType.BACKUP_CODES);
    }
}
