package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/verify-email}. */
record VerifyEmailRequest(
        @MaxLength(255) String token,
        @Nullable @MaxLength(1024) String password) {}
