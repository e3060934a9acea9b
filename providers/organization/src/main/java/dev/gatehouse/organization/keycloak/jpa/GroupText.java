package dev.gatehouse.organization.keycloak.jpa;

import org.jspecify.annotations.Nullable;

/** What Keycloak's admin console shows as a group's description. */
public record GroupText(String groupId, @Nullable String description) {}
