package dev.gatehouse.api.organizations;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Checked;
import java.util.List;

/** What requests are asked before anything is done for them. */
final class Requests {
    private Requests() {}

    /** The value that was checked, or the problem of all that is wrong with it, thrown. */
    static <T> T good(Checked<T> checked) {
        if (!checked.isGood()) {
            throw Problem.invalid(checked.errors()).refusal();
        }
        return checked.value();
    }

    static RuntimeException invalid(String detail) {
        return Problem.of(ProblemType.INVALID_REQUEST).detail(detail).refusal();
    }

    static RuntimeException invalid(FieldError error) {
        return Problem.invalid(List.of(error)).refusal();
    }
}
