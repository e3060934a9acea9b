package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended and what came of it.
 *
 * @param value there when it is {@link Verdict#DONE}
 * @param errors which fields were to blame, where the verdict is about fields
 */
public record Outcome<T>(Verdict verdict, @Nullable T value, List<FieldError> errors) {

    public static <T> Outcome<T> done(T value) {
        return new Outcome<>(Verdict.DONE, value, List.of());
    }

    public static <T> Outcome<T> refused(Verdict verdict, FieldError... errors) {
        return new Outcome<>(verdict, null, List.of(errors));
    }

    /** Only where it is {@link Access#FORBIDDEN} or {@link Access#HIDDEN}. */
    public static <T> Outcome<T> refused(Access access) {
        return refused(access == Access.FORBIDDEN ? Verdict.FORBIDDEN : Verdict.HIDDEN);
    }

    /** The same refusal of something else. */
    public static <T> Outcome<T> refused(Outcome<?> other) {
        return new Outcome<>(other.verdict(), null, other.errors());
    }

    public boolean isDone() {
        return verdict == Verdict.DONE;
    }

    /** What came of it. Ask {@link #isDone} first. */
    public T get() {
        return Objects.requireNonNull(value, "not done");
    }
}
