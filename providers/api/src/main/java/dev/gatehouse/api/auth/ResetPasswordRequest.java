package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/reset-password}. */
record ResetPasswordRequest(
        @MaxLength(255) String token, @MaxLength(1024) String newPassword) {}
