package dev.gatehouse.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request with an {@link IdempotencyKey}.
 *
 * @param fingerprint of the body that was sent
 * @param status a success
 * @param location of what was made, if the answer named one
 * @param body JSON
 */
public record KeptAnswer(
        String fingerprint, int status, @Nullable String location, String body) {}
