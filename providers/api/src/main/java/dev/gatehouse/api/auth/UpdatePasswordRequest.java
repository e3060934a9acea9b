package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/actions/update_password}. */
record UpdatePasswordRequest(
        @MaxLength(255) String actionToken, @MaxLength(1024) String newPassword) {}
