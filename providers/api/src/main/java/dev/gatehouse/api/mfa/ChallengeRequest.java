package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /mfa/challenge}. */
record ChallengeRequest(
        @MaxLength(255) String methodId, @Nullable String mfaToken) {}
