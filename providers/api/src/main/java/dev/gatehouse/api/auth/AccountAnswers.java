package dev.gatehouse.api.auth;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.password.BrokenRule;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What became of a registration, an address or a password, as answers. */
final class AccountAnswers {
    private AccountAnswers() {}

    /** @param done what is answered where it came to be */
    static Response answer(AccountOutcome outcome, Supplier<Response> done) {
        return switch (outcome.status()) {
            case DONE -> done.get();
            case CLOSED ->
                Problem.of(ProblemType.FORBIDDEN)
                        .detail("Registration is closed, or the invitation is not for this address.")
                        .response();
            case INVALID -> Problem.invalid(outcome.errors()).response();
            case PASSWORD_POLICY -> passwordPolicy(outcome.rules()).response();
            case TOKEN -> Problem.of(ProblemType.INVALID_GRANT).response();
            case PASSWORD_MISSING ->
                Problem.invalid(List.of(
                                Mistake.REQUIRED.at("/password", "The password of the registration is asked again.")))
                        .response();
            case PASSWORD_WRONG -> Problem.of(ProblemType.INVALID_CREDENTIALS).response();
            case TAKEN ->
                Problem.of(ProblemType.CONFLICT)
                        .with("errors", outcome.errors())
                        .response();
            case NOT_ADMITTED ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("The organization of the invitation takes nobody in now.")
                        .response();
            case READ_ONLY ->
                Problem.of(ProblemType.FORBIDDEN)
                        .detail("The password is kept where it cannot be changed from here.")
                        .response();
        };
    }

    /** The same for everybody who asks something about an address, whoever has it. */
    static Response accepted() {
        return Answer.of(Response.Status.ACCEPTED, Map.of("status", "accepted")).build();
    }

    /** {@code password-policy} with all rules that the password breaks. */
    static Problem passwordPolicy(List<BrokenRule> rules) {
        return Problem.of(ProblemType.PASSWORD_POLICY)
                .with("rules", rules.stream().map(AccountAnswers::rule).toList());
    }

    private static Map<String, Object> rule(BrokenRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule.rule());
        if (rule.value() != null) {
            fields.put("value", rule.value());
        }
        return fields;
    }
}
