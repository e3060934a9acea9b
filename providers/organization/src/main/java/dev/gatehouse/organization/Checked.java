package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking what somebody sent: a good value, or all that is wrong with it.
 *
 * @param <T> what it is when it is good
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final List<FieldError> errors;

    private Checked(@Nullable T value, List<FieldError> errors) {
        this.value = value;
        this.errors = List.copyOf(errors);
    }

    public static <T> Checked<T> good(T value) {
        return new Checked<>(value, List.of());
    }

    public static <T> Checked<T> bad(String pointer, String code, String message) {
        return bad(List.of(new FieldError(pointer, code, message)));
    }

    public static <T> Checked<T> bad(List<FieldError> errors) {
        return new Checked<>(null, errors);
    }

    public boolean isGood() {
        return errors.isEmpty();
    }

    /** The value. Ask {@link #isGood} first. */
    public T value() {
        return Objects.requireNonNull(value, "not good");
    }

    public List<FieldError> errors() {
        return errors;
    }
}
