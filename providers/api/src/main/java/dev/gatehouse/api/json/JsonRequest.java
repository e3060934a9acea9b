package dev.gatehouse.api.json;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading a request body came to: the value, or every field that is wrong with it, or that it is too large.
 *
 * @param <T> the record that the operation asks for
 * @param sent the names of the fields that were there, if only as null
 */
public record JsonRequest<T>(@Nullable T body, Set<String> sent, List<FieldError> errors, boolean tooLarge) {
    static <T> JsonRequest<T> of(T body, Set<String> sent) {
        return new JsonRequest<>(body, Set.copyOf(sent), List.of(), false);
    }

    static <T> JsonRequest<T> invalid(List<FieldError> errors) {
        return new JsonRequest<>(null, Set.of(), List.copyOf(errors), false);
    }

    static <T> JsonRequest<T> oversized() {
        return new JsonRequest<>(null, Set.of(), List.of(), true);
    }

    /** The body, if it was right. */
    public Optional<T> value() {
        return Optional.ofNullable(body);
    }
}
