package dev.gatehouse.account.profile;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;

/**
 * What came of it.
 *
 * @param errors which fields were to blame
 */
public record ProfileOutcome(ProfileVerdict verdict, List<FieldError> errors) {

    public static final ProfileOutcome DONE = new ProfileOutcome(ProfileVerdict.DONE, List.of());

    public static final ProfileOutcome READ_ONLY = new ProfileOutcome(ProfileVerdict.READ_ONLY, List.of());

    public ProfileOutcome {
        errors = List.copyOf(errors);
    }

    public static ProfileOutcome refused(ProfileVerdict verdict, FieldError... errors) {
        return new ProfileOutcome(verdict, List.of(errors));
    }

    public boolean isDone() {
        return verdict == ProfileVerdict.DONE;
    }
}
