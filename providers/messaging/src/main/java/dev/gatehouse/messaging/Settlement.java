package dev.gatehouse.messaging;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message after an attempt.
 *
 * @param nextAttemptAt when it is tried again; there if and only if the verdict is {@link Verdict#RETRY}
 */
public record Settlement(Verdict verdict, @Nullable Instant nextAttemptAt) {

    /** What an attempt comes to. */
    public enum Verdict {
        SENT,
        RETRY,
        /** It would leave after its expiry only. */
        EXPIRED,
        /** Its destination has had as many as it may get for now. */
        LIMITED,
        /** Refused for good, or tried as often as the settings allow. */
        DEAD
    }

    public Settlement {
        if ((verdict == Verdict.RETRY) != (nextAttemptAt != null)) {
            throw new IllegalArgumentException("A retry, and nothing else, has a next attempt");
        }
    }

    static Settlement sent() {
        return new Settlement(Verdict.SENT, null);
    }

    static Settlement expired() {
        return new Settlement(Verdict.EXPIRED, null);
    }

    static Settlement limited() {
        return new Settlement(Verdict.LIMITED, null);
    }

    static Settlement dead() {
        return new Settlement(Verdict.DEAD, null);
    }

    static Settlement retryAt(Instant nextAttemptAt) {
        return new Settlement(Verdict.RETRY, Objects.requireNonNull(nextAttemptAt));
    }
}
