package dev.gatehouse.account.jpa;

import dev.gatehouse.account.preference.PreferenceStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** One row for each user who prefers anything, locked while it is being changed. */
public record JpaPreferenceStore(EntityManager entityManager) implements PreferenceStore {
    private static final String EMPTY = "{}";
    private static final String OF_USER = " where p.realmId = :realm and p.userId = :user";

    @Override
    public String find(String realmId, String userId) {
        return entityManager
                .createQuery("select p.document from PreferencesRow p" + OF_USER, String.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst()
                .orElse(EMPTY);
    }

    @Override
    public String hold(String realmId, String userId) {
        entityManager
                .createQuery("insert into PreferencesRow (realmId, userId, document)"
                        + " values (:realm, :user, :document) on conflict do nothing")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("document", EMPTY)
                .executeUpdate();
        entityManager
                .createQuery("select p from PreferencesRow p" + OF_USER, PreferencesRow.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        return find(realmId, userId);
    }

    @Override
    public void save(String realmId, String userId, String document) {
        entityManager
                .createQuery("update PreferencesRow p set p.document = :document" + OF_USER)
                .setParameter("document", document)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Override
    public void forget(String realmId, String userId) {
        entityManager
                .createQuery("delete from PreferencesRow p" + OF_USER)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }
}
