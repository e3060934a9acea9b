package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/reauthenticate}. */
record ReauthenticateRequest(@MaxLength(1024) String password) {}
