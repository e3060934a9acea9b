package dev.gatehouse.organization.keycloak.domain.jpa;

/** A domain that is an organization's beyond doubt. */
public record VerifiedDomain(String organizationId, String name) {}
