package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/**
 * One at a time for each organization: whoever holds it decides on what is still true at the commit. It is the lock of
 * the organization's row, so that every node waits, and it goes with the transaction.
 */
public final class OrganizationLock {

    private final EntityManager entityManager;

    public OrganizationLock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static OrganizationLock of(EntityManager entityManager) {
        return new OrganizationLock(entityManager);
    }

    /** Waits until it is free. Safe to call twice; locks nothing where there is no such organization. */
    public void take(String organizationId) {
        entityManager
                .createQuery("select o from OrganizationEntity o where o.id = :id", OrganizationEntity.class)
                .setParameter("id", organizationId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
