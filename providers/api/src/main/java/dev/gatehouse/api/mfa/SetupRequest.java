package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /mfa/setup}. */
record SetupRequest(
        @MaxLength(32) String type,
        @Nullable @MaxLength(64) String phoneNumber,
        @Nullable @MaxLength(100) String label,
        @Nullable @MaxLength(255) String mfaToken) {}
