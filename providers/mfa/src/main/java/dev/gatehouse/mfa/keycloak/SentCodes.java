package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.ChallengeOutcome.Status;
import dev.gatehouse.mfa.CodeBinding;
import dev.gatehouse.mfa.CodeMeter;
import dev.gatehouse.mfa.CodePurpose;
import dev.gatehouse.mfa.DigestKeys;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.IssuedCode;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpEngine;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.CodeCourier.Handover;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Codes by e-mail or SMS, for one step of one login or session: the engine decides, a courier takes them. */
final class SentCodes {

    private final SentCodeKind kind;
    private final OtpEngine engine;
    private final DigestKeys keys;
    private final CodeCourier courier;
    private final CodeBinding binding;

    private SentCodes(
            KeycloakSession session, RealmModel realm, UserModel user, SentCodeKind kind, CodeBinding binding) {
        this.kind = kind;
        this.engine = Mfa.of(session).engine();
        this.keys = new RealmDigestKeys(session, realm);
        this.courier = kind == SentCodeKind.EMAIL
                ? new EmailCourier(session, realm, user, engine.settings().codeLifetime())
                : new SmsCourier(session, realm, user);
        this.binding = binding;
    }

    /**
     * The codes of a factor that is set up.
     *
     * @param step where they are good, and nowhere else
     * @param destination of the credential
     */
    static SentCodes of(
            KeycloakSession session, CodeStep step, UserModel user, SentCodeCredential credential, String destination) {
        return new SentCodes(
                session,
                step.realm(),
                user,
                credential.kind(),
                new CodeBinding(
                        new FactorKey(step.realm().getId(), user.getId(), credential.getId()),
                        CodePurpose.LOGIN,
                        step.sessionId(),
                        step.executionId(),
                        destination));
    }

    /** The codes that prove a destination before it becomes a factor. */
    static SentCodes forEnrolment(
            KeycloakSession session, CodeStep step, UserModel user, SentCodeKind kind, String destination) {
        return new SentCodes(
                session,
                step.realm(),
                user,
                kind,
                new CodeBinding(
                        new FactorKey(step.realm().getId(), user.getId(), kind.enrolmentAction()),
                        CodePurpose.ENROLMENT,
                        step.sessionId(),
                        step.executionId(),
                        destination));
    }

    /** For a page shown, perhaps again: sends only if no code is live. */
    ChallengeOutcome show() {
        return delivered(engine.issuer().show(binding, kind.type(), keys));
    }

    /** For a person who asks for a code: sends unless one was sent just now. */
    ChallengeOutcome ask() {
        return delivered(engine.issuer().ask(binding, kind.type(), keys));
    }

    /** What is live, without sending anything. */
    ChallengeOutcome current() {
        return engine.issuer().current(binding, kind.type());
    }

    VerificationOutcome judge(String typed) {
        VerificationOutcome outcome = engine.judge().judge(binding, OneTimeCode.typed(typed), keys);
        CodeMeter.judged(kind.type(), outcome.verdict());
        return outcome;
    }

    private ChallengeOutcome delivered(IssuedCode issued) {
        ChallengeOutcome outcome =
                issued.code().map(code -> handOver(code, issued)).orElseGet(issued::outcome);
        CodeMeter.asked(kind.type(), outcome.status());
        return outcome;
    }

    private ChallengeOutcome handOver(OneTimeCode code, IssuedCode issued) {
        Handover handover = courier.take(code, binding.destination(), issued.expiresAt());
        if (handover.isTaken()) {
            return issued.outcome();
        }
        engine.issuer().withdraw(binding);
        return handover.retryAfter().isZero()
                ? ChallengeOutcome.of(Status.UNAVAILABLE)
                : ChallengeOutcome.coolingDown(kind.type(), kind.mask(binding.destination()), handover.retryAfter());
    }
}
