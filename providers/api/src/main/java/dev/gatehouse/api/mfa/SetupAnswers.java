package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SetupOutcome;
import dev.gatehouse.mfa.StepUp;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of setting factors up, as answers. */
record SetupAnswers(CodeAnswers codes) {

    private static final Set<FactorType> TYPES =
            Set.of(FactorType.TOTP, FactorType.SMS, FactorType.EMAIL, FactorType.BACKUP_CODES);

    /** The kind of this name, or {@code invalid-request} thrown. */
    static FactorType type(String name) {
        return Arrays.stream(FactorType.values())
                .filter(type -> TYPES.contains(type) && type.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(
                                "/type",
                                "Has to be one of: "
                                        + TYPES.stream()
                                                .map(FactorType::wireName)
                                                .sorted()
                                                .collect(Collectors.joining(", ")))
                        .refusal());
    }

    Response answer(SetupOutcome outcome) {
        return switch (outcome.status()) {
            case PENDING, ACTIVE -> Answer.secret(Response.Status.CREATED, SetupAnswer.of(outcome));
            case NOT_OFFERED ->
                invalid("/type", "This kind of factor cannot be set up here.").response();
            case NO_PHONE_NUMBER ->
                invalid("/phone_number", "Has to be a phone number with its country code, such as +49 170 1234567.")
                        .response();
            case NOT_MOBILE ->
                invalid("/phone_number", "Text messages do not reach this number: it has to be a mobile phone.")
                        .response();
            case NUMBER_NOT_ALLOWED ->
                invalid("/phone_number", "Codes are not sent to numbers of this kind or country.")
                        .response();
            case NO_ADDRESS -> conflict("The account has no e-mail address that a code could be sent to.");
            case TOO_MANY -> conflict("The account has as many second factors as it may have: remove one first.");
            case NOT_SENT -> codes.answer(required(outcome));
        };
    }

    /** Throws {@code step-up-required} if something is due. */
    static void refuseUnlessShown(StepUp stepUp) {
        StepUpDemand.refuseUnlessShown(stepUp);
    }

    private static ChallengeOutcome required(SetupOutcome outcome) {
        return Objects.requireNonNull(outcome.challenge());
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.invalid(List.of(Mistake.VALUE.at(pointer, message)));
    }

    private static Response conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT).detail(detail).response();
    }
}
