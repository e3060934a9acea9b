package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.ProfileOutcome;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Checked;
import java.util.List;

/** Which problem a refusal is. */
final class UserProblems {
    private UserProblems() {}

    static Problem of(ProfileOutcome refused) {
        return switch (refused.verdict()) {
            case DONE -> throw new IllegalArgumentException("nothing was refused");
            case UNFIT -> Problem.invalid(refused.errors());
            case TAKEN ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("Another account has this username or address.")
                        .with("errors", List.copyOf(refused.errors()));
            case WEAK_PASSWORD -> Problem.of(ProblemType.PASSWORD_POLICY).with("errors", List.copyOf(refused.errors()));
            case READ_ONLY ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("The account is kept by a directory that does not let it be changed here.");
        };
    }

    /** The value that was checked, or the problem of all that is wrong with it, thrown. */
    static <T> T good(Checked<T> checked) {
        if (!checked.isGood()) {
            throw Problem.invalid(checked.errors()).refusal();
        }
        return checked.value();
    }
}
