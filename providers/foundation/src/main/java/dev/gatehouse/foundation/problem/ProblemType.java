package dev.gatehouse.foundation.problem;

import java.util.Locale;

/**
 * Everything that a client can be told is wrong. Domain modules speak of these; which HTTP status each becomes is the
 * API's to know.
 */
public enum ProblemType {
    INVALID_REQUEST("The request is not valid"),
    UNAUTHENTICATED("Authentication is required"),
    INVALID_CREDENTIALS("The credentials are not valid"),
    INVALID_GRANT("The token is not valid"),
    MFA_REQUIRED("A second factor is required"),
    MFA_ENROLLMENT_REQUIRED("A second factor has to be set up"),
    ACTION_REQUIRED("The account has to complete an action"),
    STEP_UP_REQUIRED("A stronger or more recent login is required"),
    FORBIDDEN("Not allowed"),
    NOT_FOUND("Not found"),
    METHOD_NOT_ALLOWED("The method is not allowed"),
    NOT_ACCEPTABLE("The representation is not available"),
    UNSUPPORTED_MEDIA_TYPE("The media type is not supported"),
    CONFLICT("In conflict with what exists"),
    PRECONDITION_FAILED("The precondition does not hold"),
    PRECONDITION_REQUIRED("A precondition is required"),
    PAYLOAD_TOO_LARGE("The request is too large"),
    INVALID_CODE("The code is wrong"),
    CODE_EXPIRED("There is no live code"),
    IDEMPOTENCY_KEY_REUSED("The idempotency key belongs to another request"),
    PASSWORD_POLICY("The password does not meet the policy"),
    QUOTA_EXCEEDED("Too many requests"),
    INTERNAL_ERROR("Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE("Temporarily unavailable");

    private final String title;

    ProblemType(String title) {
        this.title = title;
    }

    /** The name in the contract: {@code invalid-request}. */
    public String problemName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of the problem document (RFC 9457): {@code urn:gatehouse:problem:invalid-request}. */
    public String uri() {
        return "urn:gatehouse:problem:" + problemName();
    }

    /** A short sentence for people, the same for every occurrence. */
    public String title() {
        return title;
    }
}
