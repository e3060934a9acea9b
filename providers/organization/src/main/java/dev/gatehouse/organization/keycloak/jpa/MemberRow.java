package dev.gatehouse.organization.keycloak.jpa;

import org.jspecify.annotations.Nullable;

/**
 * A member, without roles.
 *
 * @param joinedAt milliseconds since 1970, unknown for who was there before Gatehouse
 */
public record MemberRow(
        String id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Long joinedAt) {}
