package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.services.messages.Messages;

/** Keycloak's page for authenticator apps: says when the factor rests, and raises the login's level. */
final class TotpForm extends OTPFormAuthenticator {

    @Override
    public void action(AuthenticationFlowContext context) {
        super.action(context);
        AuthenticationLevel.raiseIfPassed(context, FactorType.TOTP);
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, @Nullable String error, @Nullable String field) {
        if (Messages.INVALID_TOTP.equals(error)) {
            Duration rest = lockedFor(context);
            if (!rest.isZero()) {
                return context.form()
                        .setExecution(context.getExecution().getId())
                        .setError("secondFactorLocked", rest.plusMillis(999).toSeconds())
                        .createLoginTotp();
            }
        }
        return super.challenge(context, error, field);
    }

    private Duration lockedFor(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        String chosen = input.getFirst("selectedCredentialId");
        CredentialModel credential = chosen == null || chosen.isEmpty()
                ? getCredentialProvider(context.getSession())
                        .getDefaultCredential(context.getSession(), context.getRealm(), context.getUser())
                : context.getUser().credentialManager().getStoredCredentialById(chosen);
        return credential == null || !Mfa.of(context.getSession()).isOnIn(context.getRealm())
                ? Duration.ZERO
                : new CountedCodes(Mfa.of(context.getSession()), context.getRealm(), context.getUser())
                        .lockedFor(credential.getId());
    }
}
