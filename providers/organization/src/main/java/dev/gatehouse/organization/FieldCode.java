package dev.gatehouse.organization;

/** The codes of {@link dev.gatehouse.foundation.problem.FieldError} that checks here use. */
public final class FieldCode {
    /** Missing or empty. */
    public static final String REQUIRED = "required";
    /** Too long, or too many. */
    public static final String LENGTH = "length";
    /** A character that must not stand there. */
    public static final String CHARACTER = "character";
    /** Anything else that the field cannot say. */
    public static final String VALUE = "value";

    private FieldCode() {}
}
