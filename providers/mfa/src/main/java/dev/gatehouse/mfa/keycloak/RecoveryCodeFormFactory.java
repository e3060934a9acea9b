package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
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

    /** Keycloak's page for recovery codes; raises the login's level, and has new codes offered where few are left. */
    private static final class RecoveryCodeForm extends RecoveryAuthnCodesFormAuthenticator {

        RecoveryCodeForm(KeycloakSession session) {
            super(session);
        }

        @Override
        public void action(AuthenticationFlowContext context) {
            super.action(context);
            AuthenticationLevel.raiseIfPassed(context, FactorType.BACKUP_CODES);
            if (context.getStatus() == FlowStatus.SUCCESS) {
                FewBackupCodes.count(context.getSession(), context.getAuthenticationSession(), context.getUser());
            }
        }
    }
}
