package dev.gatehouse.foundation.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer where it stands in the body (RFC 6901): {@code /domains/1}
 * @param code short and stable, for programs: {@code required}, {@code length}, {@code character}, {@code value}
 * @param message one sentence for people; never repeats what was sent
 */
public record FieldError(String pointer, String code, String message) {}
