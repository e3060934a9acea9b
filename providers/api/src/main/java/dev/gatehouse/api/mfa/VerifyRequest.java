package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /mfa/verify}; the factor is named by exactly one of its first two fields. */
record VerifyRequest(
        @Nullable @MaxLength(255) String challengeId,
        @Nullable @MaxLength(255) String methodId,
        @MaxLength(64) String code,
        @Nullable String mfaToken,
        @Nullable Boolean trustDevice) {}
