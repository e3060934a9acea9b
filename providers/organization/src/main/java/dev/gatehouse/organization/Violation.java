package dev.gatehouse.organization;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer where it stands in the body (RFC 6901): {@code /domains/1}
 * @param message one sentence for the person who wrote the client; never repeats what was sent
 */
public record Violation(String pointer, Kind kind, String message) {

    /** What kind of wrong it is, for programs. */
    public enum Kind {
        /** Missing or empty. */
        REQUIRED,
        /** Too long, or too many. */
        LENGTH,
        /** A character that must not stand there. */
        CHARACTER,
        /** Anything else that the field cannot say. */
        VALUE
    }
}
