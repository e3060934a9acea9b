package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /auth/actions/terms}. */
record TermsRequest(@MaxLength(255) String actionToken, boolean accepted) {}
