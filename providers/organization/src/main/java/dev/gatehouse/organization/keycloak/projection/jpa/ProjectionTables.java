package dev.gatehouse.organization.keycloak.projection.jpa;

import jakarta.persistence.EntityManager;

/** The projection's tables and Keycloak's, in one transaction. */
public record ProjectionTables(EntityManager entityManager) {

    /** In the session's own transaction. */
    public static ProjectionTables of(EntityManager entityManager) {
        return new ProjectionTables(entityManager);
    }

    public MembershipTruth truth() {
        return new MembershipTruth(entityManager);
    }

    public StoredMembers members() {
        return new StoredMembers(entityManager);
    }

    public DirectoryQueries directory() {
        return new DirectoryQueries(entityManager);
    }

    public CountQueries counts() {
        return new CountQueries(entityManager);
    }

    public CheckQueries checks() {
        return new CheckQueries(entityManager);
    }
}
