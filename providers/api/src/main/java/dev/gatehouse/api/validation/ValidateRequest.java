package dev.gatehouse.api.validation;

import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/validate}. */
record ValidateRequest(
        String token, @Nullable @MaxLength(255) String audience) {}
