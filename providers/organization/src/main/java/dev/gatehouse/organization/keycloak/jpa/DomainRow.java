package dev.gatehouse.organization.keycloak.jpa;

/** A domain of an organization. */
public record DomainRow(String organizationId, String domain, Boolean verified) {}
