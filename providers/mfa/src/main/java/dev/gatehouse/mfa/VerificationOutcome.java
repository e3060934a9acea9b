package dev.gatehouse.mfa;

import java.time.Duration;

/**
 * The answer to a typed code.
 *
 * @param attemptsLeft how often this code may still be tried
 * @param retryAfter when {@linkplain OtpVerdict#LOCKED locked} or exhausted, how long the factor rests; else zero
 */
public record VerificationOutcome(OtpVerdict verdict, int attemptsLeft, Duration retryAfter) {

    public boolean isAccepted() {
        return verdict == OtpVerdict.ACCEPTED;
    }

    public static VerificationOutcome of(OtpVerdict verdict) {
        return new VerificationOutcome(verdict, 0, Duration.ZERO);
    }

    public static VerificationOutcome locked(Duration retryAfter) {
        return new VerificationOutcome(OtpVerdict.LOCKED, 0, retryAfter);
    }
}
