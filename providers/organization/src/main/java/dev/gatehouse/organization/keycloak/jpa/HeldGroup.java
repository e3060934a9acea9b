package dev.gatehouse.organization.keycloak.jpa;

/** That a user is in a group. */
public record HeldGroup(String userId, String groupId) {}
