package dev.gatehouse.messaging.quota;

import java.time.Duration;

/**
 * A quota that is used up.
 *
 * @param retryAfter when it allows something again
 */
public record Refusal(Charge charge, Duration retryAfter) {}
