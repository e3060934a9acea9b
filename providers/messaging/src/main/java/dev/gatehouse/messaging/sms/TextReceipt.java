package dev.gatehouse.messaging.sms;

import java.time.Duration;

/**
 * What becomes of a text message that was handed in.
 *
 * @param retryAfter when another try makes sense; zero where it was queued, or never will be
 */
public record TextReceipt(Status status, Duration retryAfter) {

    /** Whether it is on its way. */
    public enum Status {
        /** It leaves when the caller's transaction commits. */
        QUEUED,
        /** Somebody (the number, the user, the address, the realm, ...) has had what there is. Nothing was queued. */
        QUOTA,
        /** No gateway is set up, or none works at present. Nothing was queued: offer another way. */
        UNAVAILABLE,
        /** Messages do not go to this number any more: its country or prefix was excluded. Nothing was queued. */
        NOT_ALLOWED
    }

    static TextReceipt queued() {
        return new TextReceipt(Status.QUEUED, Duration.ZERO);
    }

    static TextReceipt quota(Duration retryAfter) {
        return new TextReceipt(Status.QUOTA, retryAfter);
    }

    static TextReceipt unavailable(Duration retryAfter) {
        return new TextReceipt(Status.UNAVAILABLE, retryAfter);
    }

    static TextReceipt notAllowed() {
        return new TextReceipt(Status.NOT_ALLOWED, Duration.ZERO);
    }
}
