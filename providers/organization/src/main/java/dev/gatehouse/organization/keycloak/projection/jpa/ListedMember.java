package dev.gatehouse.organization.keycloak.projection.jpa;

import org.jspecify.annotations.Nullable;

/**
 * A member on a page, without roles.
 *
 * @param username null where a federation keeps the names
 * @param joinedAt milliseconds since 1970, unknown for who was there before Gatehouse
 * @param lastLoginAt into the organization, in milliseconds since 1970
 */
public record ListedMember(
        String id,
        @Nullable String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Long joinedAt,
        @Nullable Long lastLoginAt) {

    /** One of a federation. */
    public ListedMember(String id, @Nullable Long joinedAt, @Nullable Long lastLoginAt) {
        this(id, null, null, null, null, joinedAt, lastLoginAt);
    }
}
