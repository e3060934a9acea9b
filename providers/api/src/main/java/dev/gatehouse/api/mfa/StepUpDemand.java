package dev.gatehouse.api.mfa;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.StepUp;

/** What a session is told that has to show more before it may go on. */
public final class StepUpDemand {
    private StepUpDemand() {}

    /** Throws {@code step-up-required} if something is due. */
    public static void refuseUnlessShown(StepUp stepUp) {
        if (stepUp.isDue()) {
            throw Problem.of(ProblemType.STEP_UP_REQUIRED)
                    .with("acr_values", Integer.toString(stepUp.level()))
                    .with("max_age", StepUp.MAXIMUM_AGE.toSeconds())
                    .refusal();
        }
    }
}
