package dev.gatehouse.api.problem;

import dev.gatehouse.foundation.problem.ProblemType;

/** The one place that knows which HTTP status a problem has, and which problem a bare status of the container means. */
final class ProblemStatus {
    private ProblemStatus() {}

    static int of(ProblemType type) {
        return switch (type) {
            case INVALID_REQUEST -> 400;
            case UNAUTHENTICATED, INVALID_CREDENTIALS, INVALID_GRANT -> 401;
            case MFA_REQUIRED, MFA_ENROLLMENT_REQUIRED, ACTION_REQUIRED, STEP_UP_REQUIRED, FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case PAYLOAD_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_CODE, CODE_EXPIRED, IDEMPOTENCY_KEY_REUSED, PASSWORD_POLICY -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case QUOTA_EXCEEDED -> 429;
            case INTERNAL_ERROR -> 500;
            case TEMPORARILY_UNAVAILABLE -> 503;
        };
    }

    /** What an answer that the container made means in our words. */
    static ProblemType meaningOf(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 409 -> ProblemType.CONFLICT;
            case 412 -> ProblemType.PRECONDITION_FAILED;
            case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 428 -> ProblemType.PRECONDITION_REQUIRED;
            case 429 -> ProblemType.QUOTA_EXCEEDED;
            case 503 -> ProblemType.TEMPORARILY_UNAVAILABLE;
            default -> status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL_ERROR;
        };
    }
}
