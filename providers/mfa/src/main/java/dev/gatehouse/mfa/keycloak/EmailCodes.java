package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.keycloak.Delivery;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.ChallengeOutcome.Status;
import dev.gatehouse.mfa.CodeBinding;
import dev.gatehouse.mfa.CodeMeter;
import dev.gatehouse.mfa.CodePurpose;
import dev.gatehouse.mfa.DigestKeys;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.IssuedCode;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpEngine;
import dev.gatehouse.mfa.VerificationOutcome;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Codes by e-mail, for one step of one login: the engine decides, this sends. */
final class EmailCodes {

    private static final Logger LOG = Logger.getLogger(EmailCodes.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final OtpEngine engine;
    private final DigestKeys keys;
    private final CodeBinding binding;

    private EmailCodes(
            KeycloakSession session, RealmModel realm, UserModel user, OtpEngine engine, CodeBinding binding) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.engine = engine;
        this.keys = new RealmDigestKeys(session, realm);
        this.binding = binding;
    }

    /**
     * The codes of a login's second step.
     *
     * @param executionId the step, so that its code satisfies no other
     */
    static EmailCodes forLogin(
            KeycloakSession session,
            AuthenticationSessionModel login,
            UserModel user,
            EmailOtpCredential credential,
            String address,
            String executionId) {
        return new EmailCodes(
                session,
                login.getRealm(),
                user,
                EmailOtpCredentialProvider.of(session).mfa().engine(),
                new CodeBinding(
                        new FactorKey(login.getRealm().getId(), user.getId(), credential.getId()),
                        CodePurpose.LOGIN,
                        login.getParentSession().getId(),
                        executionId,
                        address));
    }

    /** The codes that prove an address before it becomes a factor. */
    static EmailCodes forEnrolment(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user, String address) {
        return new EmailCodes(
                session,
                login.getRealm(),
                user,
                EmailOtpCredentialProvider.of(session).mfa().engine(),
                new CodeBinding(
                        new FactorKey(login.getRealm().getId(), user.getId(), ConfigureEmailOtpFactory.ID),
                        CodePurpose.ENROLMENT,
                        login.getParentSession().getId(),
                        ConfigureEmailOtpFactory.ID,
                        address));
    }

    /** For a page shown, perhaps again: sends only if no code is live. */
    ChallengeOutcome show() {
        return delivered(engine.issuer().show(binding, FactorType.EMAIL, keys));
    }

    /** For a person who asks for a code: sends unless one was sent just now. */
    ChallengeOutcome ask() {
        return delivered(engine.issuer().ask(binding, FactorType.EMAIL, keys));
    }

    /** What is live, without sending anything. */
    ChallengeOutcome current() {
        return engine.issuer().current(binding, FactorType.EMAIL);
    }

    VerificationOutcome judge(String typed) {
        VerificationOutcome outcome = engine.judge().judge(binding, OneTimeCode.typed(typed), keys);
        CodeMeter.judged(FactorType.EMAIL, outcome.verdict());
        return outcome;
    }

    private ChallengeOutcome delivered(IssuedCode issued) {
        ChallengeOutcome outcome = issued.code().map(code -> send(code, issued)).orElseGet(issued::outcome);
        CodeMeter.asked(FactorType.EMAIL, outcome.status());
        return outcome;
    }

    private ChallengeOutcome send(OneTimeCode code, IssuedCode issued) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("code", code.digits());
        attributes.put("minutes", engine.settings().codeLifetime().toMinutes());
        try {
            Delivery.during(
                    session,
                    Priority.CODE,
                    issued.expiresAt(),
                    () -> session.getProvider(EmailTemplateProvider.class)
                            .setRealm(realm)
                            .setUser(user)
                            .send("emailOtpSubject", "email-otp.ftl", attributes, binding.destination()));
            return issued.outcome();
        } catch (EmailException e) {
            LOG.errorf(e, "A one-time code for user %s of realm %s could not be sent", user.getId(), realm.getName());
            engine.issuer().withdraw(binding);
            return ChallengeOutcome.of(Status.UNAVAILABLE);
        }
    }
}
