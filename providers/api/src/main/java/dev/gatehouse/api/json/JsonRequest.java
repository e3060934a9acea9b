package dev.gatehouse.api.json;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a request body came to: the value, or every field that is wrong with it, or that it is too large.
 *
 * @param <T> the record that the operation asks for
 */
public record JsonRequest<T>(@Nullable T body, List<FieldError> errors, boolean tooLarge) {
    static <T> JsonRequest<T> of(T body) {
        return new JsonRequest<>(body, List.of(), false);
    }

    static <T> JsonRequest<T> invalid(List<FieldError> errors) {
        return new JsonRequest<>(null, List.copyOf(errors), false);
    }

    static <T> JsonRequest<T> oversized() {
        return new JsonRequest<>(null, List.of(), true);
    }

    /** The body, if it was right. */
    public Optional<T> value() {
        return Optional.ofNullable(body);
    }
}
