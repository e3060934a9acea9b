package dev.gatehouse.organization.keycloak.projection.jpa;

/** Who was found, and under which term: where a list is read on from. */
public record Found(String term, String userId) {}
