package dev.gatehouse.api.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.decision.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as AuthZEN writes it. */
record DecisionAnswer(boolean decision, Context context) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Context(
            String reason, List<String> roles, @Nullable Fault error) {}

    /** What is wrong with one question of a batch, which is no reason to refuse the others. */
    record Fault(int status, String message, List<FieldError> errors) {}

    static DecisionAnswer of(Decision decision) {
        return of(decision, null);
    }

    static DecisionAnswer invalid(List<FieldError> errors) {
        return of(Decision.invalid(), new Fault(400, "The evaluation is not valid.", errors));
    }

    private static DecisionAnswer of(Decision decision, @Nullable Fault error) {
        return new DecisionAnswer(
                decision.allowed(), new Context(decision.reason().code(), decision.roles(), error));
    }
}
