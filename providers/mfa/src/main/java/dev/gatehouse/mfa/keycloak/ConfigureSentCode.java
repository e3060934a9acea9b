package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.Config.Scope;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes a destination a second factor, once a code sent there has come back. */
abstract class ConfigureSentCode implements RequiredActionProvider, RequiredActionFactory, CredentialRegistrator {

    private final SentCodeKind kind;

    ConfigureSentCode(SentCodeKind kind) {
        this.kind = kind;
    }

    /** Where to send the code; empty once a page asks for it, or says why there is none. */
    abstract Optional<String> destination(RequiredActionContext context);

    /** Whether the person can go back and name another destination. */
    abstract boolean isDestinationTyped();

    @Override
    public String getId() {
        return kind.enrolmentAction();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return kind.credentialType();
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isOff(context)) {
            return;
        }
        destination(context)
                .ifPresent(destination -> context.challenge(page(context, destination)
                        .after(codes(context, destination).show())));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isOff(context)) {
            return;
        }
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        destination(context).ifPresent(destination -> {
            SentCodePage page = page(context, destination);
            String code = Optional.ofNullable(input.getFirst(SentCodePage.CODE)).orElse("");
            if (input.containsKey(SentCodePage.RESEND)) {
                context.challenge(page.afterResend(codes(context, destination).ask()));
            } else if (!input.containsKey(SentCodePage.CODE)) {
                context.challenge(page.after(codes(context, destination).show()));
            } else if (code.isBlank()) {
                context.challenge(page.missing());
            } else {
                judge(context, page, destination, code);
            }
        });
    }

    private void judge(RequiredActionContext context, SentCodePage page, String destination, String code) {
        context.getEvent().event(EventType.UPDATE_CREDENTIAL).detail(Details.CREDENTIAL_TYPE, kind.credentialType());
        VerificationOutcome outcome = codes(context, destination).judge(code);
        if (!outcome.isAccepted()) {
            context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
            context.challenge(page.after(outcome));
            return;
        }
        new SentCodeRegistration(context.getSession(), context.getRealm(), context.getUser())
                .register(kind, destination, null);
        context.success();
    }

    private static boolean isOff(RequiredActionContext context) {
        boolean isOff = !Mfa.of(context.getSession()).isOnIn(context.getRealm());
        if (isOff) {
            context.ignore();
        }
        return isOff;
    }

    private SentCodes codes(RequiredActionContext context, String destination) {
        CodeStep step = CodeStep.of(context.getAuthenticationSession(), kind.enrolmentAction());
        return SentCodes.forEnrolment(context.getSession(), step, context.getUser(), kind, destination);
    }

    private SentCodePage page(RequiredActionContext context, String destination) {
        return new SentCodePage(
                context.form()
                        .setAttribute("otpEnrolment", true)
                        .setAttribute("otpOtherDestination", isDestinationTyped()),
                Mfa.of(context.getSession()).engine().settings(),
                kind,
                kind.mask(destination));
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
