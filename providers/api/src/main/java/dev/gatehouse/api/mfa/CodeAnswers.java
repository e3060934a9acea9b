package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.Quota;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.OtpSettings;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** What became of one-time codes, as answers. */
public final class CodeAnswers {
    /** What a client is told to wait where only Keycloak's brute force detection knows how long it will be. */
    private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(1);

    private final OtpSettings settings;

    public CodeAnswers(OtpSettings settings) {
        this.settings = settings;
    }

    Response answer(ChallengeOutcome challenge) {
        return switch (challenge.status()) {
            case SENT, KEPT ->
                Answer.of(Response.Status.ACCEPTED, ChallengeAnswer.of(challenge))
                        .build();
            case COOLING_DOWN ->
                sending(challenge.resendAfter())
                        .exceeded(challenge.resendAfter())
                        .response();
            case LOCKED -> resting(challenge.resendAfter()).response();
            case NOTHING_TO_SEND ->
                Problem.invalid(List.of(Mistake.VALUE.at(
                                "/method_id", "Nothing is sent for this factor: verify a code of it right away.")))
                        .response();
            case UNKNOWN_METHOD -> Problem.of(ProblemType.NOT_FOUND).response();
            case UNAVAILABLE ->
                Problem.of(ProblemType.TEMPORARILY_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "30")
                        .response();
        };
    }

    Problem refuse(VerificationOutcome outcome) {
        return switch (outcome.verdict()) {
            case WRONG, EXHAUSTED -> Problem.of(ProblemType.INVALID_CODE).with("attempts_left", outcome.attemptsLeft());
            case EXPIRED -> Problem.of(ProblemType.CODE_EXPIRED);
            case LOCKED -> resting(outcome.retryAfter());
            case ACCEPTED -> throw new IllegalArgumentException("An accepted code is not refused");
        };
    }

    private Quota sending(Duration wait) {
        return wait.compareTo(settings.resendCooldown()) > 0
                ? new Quota("mfa-sends", settings.sends(), settings.sendsWindow())
                : new Quota("mfa-resend", 1, settings.resendCooldown());
    }

    private Problem resting(Duration wait) {
        Duration known = wait.isZero() ? UNKNOWN_WAIT : wait;
        return new Quota("mfa-attempts", settings.attempts(), known).exceeded(known);
    }
}
