package dev.gatehouse.api.json;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Locale;

/** What can be wrong with a field of a request; its lower-case name is the {@code code} in a problem's {@code errors}. */
public enum Mistake {
    /** The body is not JSON, or not one JSON object. */
    MALFORMED,
    /** A field that must be there is missing or null. */
    REQUIRED,
    /** A field that this operation does not know. */
    UNKNOWN,
    /** A field that stands twice in one object. */
    DUPLICATE,
    /** A value of another JSON type than the field has. */
    TYPE,
    /** A text longer than the field may be, or a required text that is empty. */
    LENGTH,
    /** A text with a character that no text may have: NUL, or half of a surrogate pair. */
    CHARACTER,
    /** A value outside of what the field may say. */
    VALUE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This mistake in one field. */
    public FieldError at(String pointer, String message) {
        return new FieldError(pointer, code(), message);
    }
}
