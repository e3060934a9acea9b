package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.MaskedAddress;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The login page's second step: asks for the code that was sent by e-mail. */
final class EmailOtpAuthenticator implements Authenticator, CredentialValidator<EmailOtpCredentialProvider> {

    /** One step of one login, as the engine sees it. */
    private record Step(EmailCodes codes, EmailOtpPage page, String credentialId) {}

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        step(context)
                .ifPresent(
                        step -> context.challenge(step.page().after(step.codes().show())));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        step(context).ifPresent(step -> {
            context.getEvent().detail(Details.SELECTED_CREDENTIAL_ID, step.credentialId());
            String code = Optional.ofNullable(input.getFirst(EmailOtpPage.CODE)).orElse("");
            Duration lockedFor = lockedFor(context);
            if (!lockedFor.isZero()) {
                context.getEvent().user(context.getUser()).error(Errors.USER_TEMPORARILY_DISABLED);
                context.challenge(step.page().after(VerificationOutcome.locked(lockedFor)));
            } else if (input.containsKey(EmailOtpPage.RESEND)) {
                context.challenge(step.page().afterResend(step.codes().ask()));
            } else if (code.isBlank()) {
                context.challenge(step.page().missing());
            } else {
                judge(context, step, code);
            }
        });
    }

    private static void judge(AuthenticationFlowContext context, Step step, String code) {
        VerificationOutcome outcome = step.codes().judge(code);
        switch (outcome.verdict()) {
            case ACCEPTED -> {
                AuthenticationSessionModel login = context.getAuthenticationSession();
                AuthenticationLevel.raise(context.getSession(), login, FactorType.EMAIL.level());
                AuthenticatorUtil.addAuthCredential(login, EmailOtpCredential.TYPE);
                // Keycloak forgets earlier failures of second factors only for this name.
                context.success(BruteForce.CATEGORY);
            }
            case WRONG, EXHAUSTED -> {
                context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
                context.failureChallenge(
                        AuthenticationFlowError.INVALID_CREDENTIALS, step.page().after(outcome));
            }
            case EXPIRED -> {
                context.getEvent().user(context.getUser()).error(Errors.EXPIRED_CODE);
                context.challenge(step.page().after(outcome));
            }
            case LOCKED -> {
                context.getEvent().user(context.getUser()).error(Errors.USER_TEMPORARILY_DISABLED);
                context.challenge(step.page().after(outcome));
            }
        }
    }

    /** Empty once the flow was told that this user cannot take this step. */
    private Optional<Step> step(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        UserModel user = context.getUser();
        EmailOtpCredential credential =
                getCredentialProvider(session).getDefaultCredential(session, context.getRealm(), user);
        Optional<String> address = credential == null ? Optional.empty() : credential.address(user);
        if (credential == null
                || address.isEmpty()
                || !getCredentialProvider(session).mfa().isOnIn(context.getRealm())) {
            context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
            return Optional.empty();
        }
        return Optional.of(new Step(
                EmailCodes.forLogin(
                        session,
                        context.getAuthenticationSession(),
                        user,
                        credential,
                        address.get(),
                        context.getExecution().getId()),
                new EmailOtpPage(
                        context.form(),
                        getCredentialProvider(session).mfa().engine().settings(),
                        MaskedAddress.of(address.get())),
                credential.getId()));
    }

    private static Duration lockedFor(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        return new BruteForce(session, context.getRealm())
                .lockedFor(
                        context.getUser(),
                        EmailOtpCredentialProvider.of(session).mfa().clock().instant());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return getCredentialProvider(session).isConfiguredFor(realm, user, EmailOtpCredential.TYPE);
    }

    /** Where the feature is off, nobody can set it up, and a flow that requires it must fail rather than pass. */
    @Override
    public boolean areRequiredActionsEnabled(KeycloakSession session, RealmModel realm) {
        return getCredentialProvider(session).mfa().isOnIn(realm)
                && Authenticator.super.areRequiredActionsEnabled(session, realm);
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(ConfigureEmailOtpFactory.ID);
    }

    @Override
    public List<RequiredActionFactory> getRequiredActions(KeycloakSession session) {
        return List.of((RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, ConfigureEmailOtpFactory.ID));
    }

    @Override
    public EmailOtpCredentialProvider getCredentialProvider(KeycloakSession session) {
        return EmailOtpCredentialProvider.of(session);
    }

    @Override
    public void close() {}
}
