package dev.gatehouse.mfa;

import java.time.Duration;

/**
 * What became of the wish for a code.
 *
 * @param challengeId names the challenge; empty if there is none
 * @param destination masked
 * @param expiresIn how long the newest code stays good
 * @param resendAfter how long until another code may be asked for
 */
public record ChallengeOutcome(
        Status status,
        String challengeId,
        FactorType type,
        String destination,
        Duration expiresIn,
        Duration resendAfter,
        int attemptsLeft) {

    public enum Status {
        /** A new code is on its way. */
        SENT,
        /** The code sent earlier is still good; nothing was sent. */
        KEPT,
        /** Asked too soon: nothing was sent, a code sent earlier stays good. */
        COOLING_DOWN,
        /** Too many failures of this factor: it rests for {@code resendAfter}. */
        LOCKED,
        /** The factor makes its codes itself (an authenticator app, backup codes): there is nothing to send. */
        NOTHING_TO_SEND,
        /** The user has no such factor. */
        UNKNOWN_METHOD,
        /** The message could not be handed over; no code is live. */
        UNAVAILABLE
    }

    /** An answer that carries nothing but its status. */
    public static ChallengeOutcome of(Status status) {
        return new ChallengeOutcome(status, "", FactorType.EMAIL, "", Duration.ZERO, Duration.ZERO, 0);
    }

    /** For a destination that was sent too many. */
    public static ChallengeOutcome coolingDown(FactorType type, String destination, Duration retryAfter) {
        return new ChallengeOutcome(Status.COOLING_DOWN, "", type, destination, Duration.ZERO, retryAfter, 0);
    }

    /** For an account that is shut as a whole. */
    public static ChallengeOutcome locked(FactorType type, Duration retryAfter) {
        return new ChallengeOutcome(Status.LOCKED, "", type, "", Duration.ZERO, retryAfter, 0);
    }
}
