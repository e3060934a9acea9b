package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.ListedUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user in the administrators' list. */
record ListedUserAnswer(
        String id,
        String username,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean enabled,
        @Nullable Instant createdAt) {

    static ListedUserAnswer of(ListedUser user) {
        return new ListedUserAnswer(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.firstName(),
                user.lastName(),
                user.enabled(),
                user.createdAt());
    }
}
