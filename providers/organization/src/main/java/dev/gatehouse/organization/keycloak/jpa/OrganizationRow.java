package dev.gatehouse.organization.keycloak.jpa;

import org.jspecify.annotations.Nullable;

/**
 * An organization as Keycloak's tables have it.
 *
 * @param groupId the group whose members are the organization's
 * @param createdAt milliseconds since 1970, unknown for organizations older than Keycloak 26.6
 */
public record OrganizationRow(
        String id,
        String alias,
        String name,
        @Nullable String description,
        boolean enabled,
        String groupId,
        @Nullable Long createdAt) {}
