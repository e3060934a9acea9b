package dev.gatehouse.mfa;

import org.jspecify.annotations.Nullable;

/**
 * The answer to the proof of a factor that is being set up.
 *
 * @param methodId of the factor that came into being; null if none did
 */
public record SetupVerdict(
        VerificationOutcome outcome,
        FactorType type,
        @Nullable String methodId) {}
