package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/actions/verify_email}. */
record ActionRequest(@MaxLength(255) String actionToken) {}
