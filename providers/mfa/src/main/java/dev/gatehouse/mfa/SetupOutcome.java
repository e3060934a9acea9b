package dev.gatehouse.mfa;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to set a factor up.
 *
 * @param methodId names the factor, or what will be one
 * @param expiresIn how long it waits for its proof; zero for what needs none
 * @param challenge the code that was sent as the proof; of e-mail and SMS only
 * @param secret what to put into an authenticator app; of that only
 * @param codes backup codes, told this once
 */
public record SetupOutcome(
        Status status,
        FactorType type,
        String methodId,
        Duration expiresIn,
        @Nullable ChallengeOutcome challenge,
        @Nullable AuthenticatorSecret secret,
        List<String> codes) {

    public enum Status {
        /** Waits for its proof. */
        PENDING,
        /** Is a factor already. */
        ACTIVE,
        /** This kind cannot be set up here. */
        NOT_OFFERED,
        /** An e-mail code needs an e-mail address. */
        NO_ADDRESS,
        /** What was given is no phone number. */
        NO_PHONE_NUMBER,
        /** Text messages do not reach this number. */
        NOT_MOBILE,
        /** Numbers of this kind or country are not sent to. */
        NUMBER_NOT_ALLOWED,
        /** The user has as many factors as anybody may have. */
        TOO_MANY,
        /** The code that proves it was not sent; the challenge says why. */
        NOT_SENT
    }

    /** An answer that carries nothing but its status. */
    public static SetupOutcome of(Status status, FactorType type) {
        return new SetupOutcome(status, type, "", Duration.ZERO, null, null, List.of());
    }

    /** Hides the secrets, in case somebody logs it. */
    @Override
    public String toString() {
        return "SetupOutcome[" + status + " " + type + "]";
    }
}
