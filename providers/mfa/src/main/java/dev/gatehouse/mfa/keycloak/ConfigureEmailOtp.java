package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.MaskedAddress;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Makes the user's e-mail address a second factor, once a code sent there has come back. Proving it also verifies the
 * address, since that is what was shown.
 */
final class ConfigureEmailOtp implements RequiredActionProvider, CredentialRegistrator {

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return EmailOtpCredential.TYPE;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        address(context)
                .ifPresent(address -> context.challenge(
                        page(context, address).after(codes(context, address).show())));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        String code = Optional.ofNullable(input.getFirst(EmailOtpPage.CODE)).orElse("");
        address(context).ifPresent(address -> {
            EmailOtpPage page = page(context, address);
            if (input.containsKey(EmailOtpPage.RESEND)) {
                context.challenge(page.afterResend(codes(context, address).ask()));
            } else if (code.isBlank()) {
                context.challenge(page.missing());
            } else {
                judge(context, page, address, code);
            }
        });
    }

    private static void judge(RequiredActionContext context, EmailOtpPage page, String address, String code) {
        context.getEvent().event(EventType.UPDATE_CREDENTIAL).detail(Details.CREDENTIAL_TYPE, EmailOtpCredential.TYPE);
        VerificationOutcome outcome = codes(context, address).judge(code);
        if (!outcome.isAccepted()) {
            context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
            context.challenge(page.after(outcome));
            return;
        }
        UserModel user = context.getUser();
        EmailOtpCredentialProvider credentials = EmailOtpCredentialProvider.of(context.getSession());
        // One is enough: a second credential for the same address would be the same factor with fresh attempts.
        credentials
                .credentials(user)
                .filter(existing ->
                        existing.address(user).filter(address::equals).isPresent())
                .toList()
                .forEach(existing -> credentials.deleteCredential(context.getRealm(), user, existing.getId()));
        credentials.createCredential(
                context.getRealm(), user, EmailOtpCredential.forAddress(address, Time.currentTimeMillis()));
        user.setEmailVerified(true);
        context.success();
    }

    /** Empty once the page said that there is no address to prove, or the action stood aside. */
    private static Optional<String> address(RequiredActionContext context) {
        if (!EmailOtpCredentialProvider.of(context.getSession()).mfa().isOnIn(context.getRealm())) {
            context.ignore();
            return Optional.empty();
        }
        Optional<String> address =
                Optional.ofNullable(context.getUser().getEmail()).filter(email -> !email.isBlank());
        if (address.isEmpty()) {
            context.challenge(
                    context.form().setError("emailOtpNoAddress").createErrorPage(Response.Status.BAD_REQUEST));
        }
        return address;
    }

    private static EmailCodes codes(RequiredActionContext context, String address) {
        return EmailCodes.forEnrolment(
                context.getSession(), context.getAuthenticationSession(), context.getUser(), address);
    }

    private static EmailOtpPage page(RequiredActionContext context, String address) {
        return new EmailOtpPage(
                context.form().setAttribute("otpEnrolment", true),
                EmailOtpCredentialProvider.of(context.getSession())
                        .mfa()
                        .engine()
                        .settings(),
                MaskedAddress.of(address));
    }

    @Override
    public void close() {}
}
