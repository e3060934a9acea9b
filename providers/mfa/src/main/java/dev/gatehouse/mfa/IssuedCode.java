package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.Optional;

/**
 * The issuer's answer.
 *
 * @param code present exactly when it is to be sent now
 * @param expiresAt until when the newest code is good
 */
public record IssuedCode(ChallengeOutcome outcome, Optional<OneTimeCode> code, Instant expiresAt) {}
