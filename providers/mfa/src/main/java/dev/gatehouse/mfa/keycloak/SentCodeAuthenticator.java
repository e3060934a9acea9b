package dev.gatehouse.mfa.keycloak;

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
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** The login page's second step: asks for the code that was sent. */
final class SentCodeAuthenticator implements Authenticator, CredentialValidator<SentCodeCredentialProvider> {

    /** One step of one login, as the engine sees it. */
    private record Step(SentCodes codes, SentCodePage page, String credentialId) {}

    private final SentCodeKind kind;

    SentCodeAuthenticator(SentCodeKind kind) {
        this.kind = kind;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        step(context)
                .ifPresent(step -> context.challenge(
                        mayAsk(context)
                                ? step.page().after(step.codes().show())
                                : step.page().unsent()));
    }

    /** Not where the application wants an answer at once ({@code prompt=none}): no page is shown, so no code is of use. */
    private static boolean mayAsk(AuthenticationFlowContext context) {
        return !TokenUtil.hasPrompt(
                context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.PROMPT_PARAM),
                OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        step(context).ifPresent(step -> {
            context.getEvent().detail(Details.SELECTED_CREDENTIAL_ID, step.credentialId());
            String code = Optional.ofNullable(input.getFirst(SentCodePage.CODE)).orElse("");
            Duration lockedFor = lockedFor(context);
            if (!lockedFor.isZero()) {
                context.getEvent().user(context.getUser()).error(Errors.USER_TEMPORARILY_DISABLED);
                context.challenge(step.page().after(VerificationOutcome.locked(lockedFor)));
            } else if (input.containsKey(SentCodePage.RESEND)) {
                context.challenge(step.page().afterResend(step.codes().ask()));
            } else if (code.isBlank()) {
                context.challenge(step.page().missing());
            } else {
                judge(context, step, code);
            }
        });
    }

    private void judge(AuthenticationFlowContext context, Step step, String code) {
        VerificationOutcome outcome = step.codes().judge(code);
        switch (outcome.verdict()) {
            case ACCEPTED -> {
                AuthenticationSessionModel login = context.getAuthenticationSession();
                AuthenticationLevel.raise(
                        context.getSession(), login, kind.type().level());
                AuthenticatorUtil.addAuthCredential(login, kind.credentialType());
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
        Mfa mfa = Mfa.of(session);
        SentCodeCredential credential =
                getCredentialProvider(session).getDefaultCredential(session, context.getRealm(), user);
        Optional<String> destination = credential == null ? Optional.empty() : credential.destination(user);
        if (credential == null || destination.isEmpty() || !mfa.isOnIn(context.getRealm())) {
            context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
            return Optional.empty();
        }
        CodeStep step = CodeStep.of(
                context.getAuthenticationSession(), context.getExecution().getId());
        return Optional.of(new Step(
                SentCodes.of(session, step, user, credential, destination.get()),
                new SentCodePage(context.form(), mfa.engine().settings(), kind, kind.mask(destination.get())),
                credential.getId()));
    }

    private static Duration lockedFor(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        return new BruteForce(session, context.getRealm())
                .lockedFor(context.getUser(), Mfa.of(session).clock().instant());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return getCredentialProvider(session).isConfiguredFor(realm, user, kind.credentialType());
    }

    /** Where the feature is off, nobody can set it up, and a flow that requires it must fail rather than pass. */
    @Override
    public boolean areRequiredActionsEnabled(KeycloakSession session, RealmModel realm) {
        return Mfa.of(session).isOnIn(realm) && Authenticator.super.areRequiredActionsEnabled(session, realm);
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(kind.enrolmentAction());
    }

    @Override
    public List<RequiredActionFactory> getRequiredActions(KeycloakSession session) {
        return List.of((RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, kind.enrolmentAction()));
    }

    @Override
    public SentCodeCredentialProvider getCredentialProvider(KeycloakSession session) {
        return SentCodeCredentialProvider.of(session, kind);
    }

    @Override
    public void close() {}
}
