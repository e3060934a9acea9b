package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/change-password}. */
record ChangePasswordRequest(
        @MaxLength(1024) String currentPassword,
        @MaxLength(1024) String newPassword) {}
