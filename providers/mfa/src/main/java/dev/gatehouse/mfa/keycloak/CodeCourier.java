package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.OneTimeCode;
import java.time.Duration;
import java.time.Instant;

/** Takes a code to its person. Waits for nobody: the message is queued, and leaves with the commit. */
interface CodeCourier {

    /**
     * What became of the wish to have a code taken.
     *
     * @param retryAfter where it was not taken because too many were: how long until another will be; else zero
     */
    record Handover(boolean isTaken, Duration retryAfter) {
        static final Handover TAKEN = new Handover(true, Duration.ZERO);
        static final Handover IMPOSSIBLE = new Handover(false, Duration.ZERO);
    }

    /**
     * Queues the message.
     *
     * @param destination in full
     * @param expiresAt when the code ends, and with it any sense in the message
     */
    Handover take(OneTimeCode code, String destination, Instant expiresAt);
}
