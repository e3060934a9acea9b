package dev.gatehouse.organization.keycloak.jpa;

/** One value of one attribute of a group that belongs to an organization. */
public record AttributeRow(String organizationId, String groupId, String name, String value) {}
