package dev.gatehouse.account.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user in a list. */
public record ListedUser(
        String id,
        String username,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean enabled,
        @Nullable Instant createdAt) {}
