package dev.gatehouse.account.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody logged in, or tried to. */
public record LoginAttempt(
        Instant time, boolean succeeded, @Nullable String address) {}
