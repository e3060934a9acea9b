package dev.gatehouse.api.idempotency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client calls one of its requests, so that the request may be sent again (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value 1 to 255 characters of ASCII
 */
public record IdempotencyKey(String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** In the quotation marks of a structured string (RFC 9651), as the draft has it, or without, as many clients send it. */
    private static final Pattern FORM = Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /** Empty if this is no key. */
    public static Optional<IdempotencyKey> parse(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        return matcher.matches()
                ? Optional.of(new IdempotencyKey(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)))
                : Optional.empty();
    }
}
