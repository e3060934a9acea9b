package dev.gatehouse.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * One of perhaps several requests with the same key.
 *
 * @param place where its answer is kept, or will be
 * @param fingerprint of its body
 * @param answer to be given once more, if it is {@link Status#ANSWERED}
 */
public record Attempt(
        Status status,
        String place,
        String fingerprint,
        @Nullable KeptAnswer answer) {

    /** What to do. */
    public enum Status {
        /** What was asked for; then {@link IdempotentCreation#succeeded} or {@link IdempotentCreation#refused}. */
        FIRST,
        /** Give the answer that was given. */
        ANSWERED,
        /** Refuse: the key came with another body before. */
        OTHER_BODY,
        /** Refuse for now: the first one is not answered yet. */
        BUSY
    }
}
