package dev.gatehouse.organization;

/** The codes of {@link dev.gatehouse.foundation.problem.FieldError} that checks here use. */
final class FieldCode {
    /** Missing or empty. */
    static final String REQUIRED = "required";
    /** Too long, or too many. */
    static final String LENGTH = "length";
    /** A character that must not stand there. */
    static final String CHARACTER = "character";
    /** Anything else that the field cannot say. */
    static final String VALUE = "value";

    private FieldCode() {}
}
