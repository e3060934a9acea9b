package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/refresh}. */
record RefreshRequest(
        String refreshToken,
        @Nullable @MaxLength(255) String clientId,
        @Nullable @MaxLength(1024) String clientSecret) {}
