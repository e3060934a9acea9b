package dev.gatehouse.api.auth;

/** The body of {@code POST /auth/logout}, where the caller has no access token. */
record LogoutRequest(String refreshToken) {}
