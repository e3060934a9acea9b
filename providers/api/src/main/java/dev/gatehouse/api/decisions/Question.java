package dev.gatehouse.api.decisions;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.decision.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a request, or what is wrong with it.
 *
 * @param evaluation there if nothing is wrong
 * @param carriesContext whether it says under which circumstances the subject acts
 */
record Question(@Nullable Evaluation evaluation, List<FieldError> errors, boolean carriesContext) {}
