package dev.gatehouse.organization.projection;

import org.jspecify.annotations.Nullable;

/** What a member can be found by. */
public record MemberNames(
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName) {

    @Override
    public String toString() {
        return "a member's names";
    }
}
