package dev.gatehouse.organization.keycloak.invitation.jpa;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as Keycloak's table and ours have it.
 *
 * @param createdAt seconds since 1970
 * @param expiresAt seconds since 1970
 * @param vouched nothing where no row of ours stands beside Keycloak's
 */
public record InvitationRow(
        String id,
        String organizationId,
        String email,
        int createdAt,
        int expiresAt,
        @Nullable String message,
        @Nullable String inviterId,
        @Nullable Boolean vouched) {}
