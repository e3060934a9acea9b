package dev.gatehouse.api.auth;

import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.LoginOutcome.Refusal;
import dev.gatehouse.account.RequiredAction;
import dev.gatehouse.account.Tokens;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SecondFactor;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every outcome of a login as its answer; the one place for it, whichever operation the login ends in. */
public final class LoginAnswers implements LoginOutcome.Answers<Response> {
    @Override
    public Response loggedIn(Tokens tokens) {
        return Answer.ok(TokensAnswer.of(tokens));
    }

    @Override
    public Response secondFactorDue(String token, Duration life, List<SecondFactor> factors) {
        return Problem.of(ProblemType.MFA_REQUIRED)
                .with("mfa_token", token)
                .with("expires_in", life.toSeconds())
                .with("methods", factors.stream().map(LoginAnswers::method).toList())
                .response();
    }

    @Override
    public Response enrolmentDue(String token, Duration life, Set<FactorType> types) {
        return Problem.of(ProblemType.MFA_ENROLLMENT_REQUIRED)
                .with("mfa_token", token)
                .with("expires_in", life.toSeconds())
                .with(
                        "allowed_types",
                        types.stream().map(FactorType::wireName).sorted().toList())
                .response();
    }

    @Override
    public Response actionsDue(String token, List<RequiredAction> actions) {
        return Problem.of(ProblemType.ACTION_REQUIRED)
                .with("action_token", token)
                .with("actions", actions.stream().map(RequiredAction::name).toList())
                .response();
    }

    @Override
    public Response refused(Refusal refusal) {
        return problem(refusal).response();
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case CREDENTIALS -> Problem.of(ProblemType.INVALID_CREDENTIALS);
            case CLIENT -> Problem.of(ProblemType.UNAUTHENTICATED).detail("The client is not valid.");
            case CLIENT_POLICY ->
                Problem.of(ProblemType.FORBIDDEN).detail("The client may not log users in with a password.");
            case SCOPE -> Problem.invalid(List.of(Mistake.VALUE.at("/scope", "The client has no such scope.")));
            case ORGANIZATION ->
                Problem.of(ProblemType.FORBIDDEN).detail("The user is not a member of such an organization.");
            case PROOF ->
                Problem.of(ProblemType.INVALID_REQUEST).detail("The proof of possession is missing or wrong.");
            case TICKET -> Problem.of(ProblemType.INVALID_GRANT);
        };
    }

    private static MethodAnswer method(SecondFactor factor) {
        return new MethodAnswer(factor.id(), factor.type().wireName(), factor.label(), factor.isDefault());
    }
}
