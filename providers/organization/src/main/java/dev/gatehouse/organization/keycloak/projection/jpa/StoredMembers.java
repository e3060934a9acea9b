package dev.gatehouse.organization.keycloak.projection.jpa;

import dev.gatehouse.organization.keycloak.jpa.JoinedMember;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The projection's rows of members. */
public final class StoredMembers {

    private static final String OF_USER = " where j.organizationId = :organization and j.userId = :user";

    private static final String OF_USERS = " where j.organizationId = :organization and j.userId in :users";

    private final EntityManager entityManager;

    public StoredMembers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Makes the row of a member, not yet counted. Safe to call twice, and by several at once. */
    public void ensure(String organizationId, String userId) {
        entityManager
                .createQuery("insert into JoinedMember (organizationId, userId, secondFactor, counted)"
                        + " values (:organization, :user, false, false) on conflict do nothing")
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Those of these users who are stored. */
    public Set<String> among(String organizationId, Collection<String> userIds) {
        return Set.copyOf(entityManager
                .createQuery("select j.userId from JoinedMember j" + OF_USERS, String.class)
                .setParameter("organization", organizationId)
                .setParameter("users", userIds)
                .getResultList());
    }

    /** The rows of these users as they are now, in the order of their ids, held until the transaction ends. */
    public List<JoinedMember> lock(String organizationId, Collection<String> userIds) {
        List<JoinedMember> rows = entityManager
                .createQuery(
                        "select j from JoinedMember j where j.organizationId = :organization and j.userId in :users"
                                + " order by j.userId",
                        JoinedMember.class)
                .setParameter("organization", organizationId)
                .setParameter("users", userIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        // They are changed by statements: what stayed in the session would be old.
        rows.forEach(entityManager::detach);
        return rows;
    }

    /** That directory and counts now know of these members. */
    public void counted(String organizationId, Collection<String> userIds, boolean secondFactor) {
        if (!userIds.isEmpty()) {
            entityManager
                    .createQuery("update JoinedMember j set j.counted = true, j.secondFactor = :factor" + OF_USERS)
                    .setParameter("factor", secondFactor)
                    .setParameter("organization", organizationId)
                    .setParameter("users", userIds)
                    .executeUpdate();
        }
    }

    public void remove(String organizationId, Collection<String> userIds) {
        if (!userIds.isEmpty()) {
            entityManager
                    .createQuery("delete from JoinedMember j" + OF_USERS)
                    .setParameter("organization", organizationId)
                    .setParameter("users", userIds)
                    .executeUpdate();
        }
    }

    /** Members that are stored, in the order of their ids, after that id. */
    public List<String> stored(String organizationId, String after, int maximum) {
        return entityManager
                .createQuery(
                        "select j.userId from JoinedMember j where j.organizationId = :organization and j.userId > :after"
                                + " order by j.userId",
                        String.class)
                .setParameter("organization", organizationId)
                .setParameter("after", after)
                .setMaxResults(maximum)
                .getResultList();
    }

    /** Some of the organizations that have the user stored as a member. */
    public List<String> organizationsOf(String userId, int maximum) {
        return entityManager
                .createQuery(
                        "select j.organizationId from JoinedMember j where j.userId = :user order by j.organizationId",
                        String.class)
                .setParameter("user", userId)
                .setMaxResults(maximum)
                .getResultList();
    }

    /** When the member was last active; nothing for somebody who is not stored. */
    public Optional<Activity> activity(String organizationId, String userId) {
        return entityManager
                .createQuery(
                        "select new dev.gatehouse.organization.keycloak.projection.jpa.StoredMembers$Activity("
                                + "j.activeDay, j.counted) from JoinedMember j" + OF_USER,
                        Activity.class)
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Notes a login, unless the row is no longer as it was read: of two logins at the same moment one gets false.
     *
     * @param day of the login, as counted
     */
    public boolean loggedIn(String organizationId, String userId, Activity before, String day, long at) {
        return entityManager
                        .createQuery("update JoinedMember j set j.lastLoginAt = :at, j.activeDay = :day" + OF_USER
                                + " and j.counted = :counted and coalesce(j.activeDay, '') = :before")
                        .setParameter("at", at)
                        .setParameter("day", day)
                        .setParameter("organization", organizationId)
                        .setParameter("user", userId)
                        .setParameter("counted", before.counted())
                        .setParameter("before", before.day() == null ? "" : before.day())
                        .executeUpdate()
                == 1;
    }

    /**
     * Under which day a member is counted as active, and whether at all.
     *
     * @param day null before the first login
     */
    public record Activity(@Nullable String day, boolean counted) {}
}
