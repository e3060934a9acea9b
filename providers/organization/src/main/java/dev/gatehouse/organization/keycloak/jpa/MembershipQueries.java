package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.representations.idm.MembershipType;
import org.keycloak.storage.StorageId;

/**
 * Reads and notes who belongs to organizations and to their groups: pages by key, no counting, and the same number of
 * statements whatever the page holds.
 */
public final class MembershipQueries {

    private static final String ATTRIBUTES =
            "select new dev.gatehouse.organization.keycloak.jpa.AttributeRow(g.organization.id, g.id, a.name, a.value)"
                    + " from GroupEntity g join GroupAttributeEntity a on a.group.id = g.id"
                    + " where g.organization.id in :ids and a.name in :names";

    private final EntityManager entityManager;

    MembershipQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static MembershipQueries of(EntityManager entityManager) {
        return new MembershipQueries(entityManager);
    }

    /** These attributes of all groups of the organizations. */
    public List<AttributeRow> groupAttributes(Collection<String> organizationIds, Collection<String> names) {
        return organizationIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(ATTRIBUTES, AttributeRow.class)
                        .setParameter("ids", organizationIds)
                        .setParameter("names", names)
                        .getResultList();
    }

    /** These attributes of the organizations' groups that the user is in. */
    public List<AttributeRow> groupAttributesOf(
            String userId, Collection<String> organizationIds, Collection<String> names) {
        String isIn = StorageId.isLocalStorage(userId)
                ? " and exists (select 1 from UserGroupMembershipEntity m where m.groupId = g.id and m.user.id = :user)"
                : " and exists (select 1 from FederatedUserGroupMembershipEntity m"
                        + " where m.groupId = g.id and m.userId = :user)";
        return organizationIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(ATTRIBUTES + isIn, AttributeRow.class)
                        .setParameter("ids", organizationIds)
                        .setParameter("names", names)
                        .setParameter("user", userId)
                        .getResultList();
    }

    /** The organizations that manage the user: Keycloak marks so only accounts of its own database. */
    public Set<String> managing(String userId) {
        return Set.copyOf(entityManager
                .createQuery(
                        "select o.id from UserGroupMembershipEntity m join OrganizationEntity o on o.groupId = m.groupId"
                                + " where m.user.id = :user and m.membershipType = :managed",
                        String.class)
                .setParameter("user", userId)
                .setParameter("managed", MembershipType.MANAGED.name())
                .getResultList());
    }

    /** Which of these users are in which of these groups. Two statements: users of a federation have a table of their own. */
    public List<HeldGroup> held(Collection<String> userIds, Collection<String> groupIds) {
        if (userIds.isEmpty() || groupIds.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        "m.user.id, m.groupId) from UserGroupMembershipEntity m where m.user.id",
                        "m.userId, m.groupId) from FederatedUserGroupMembershipEntity m where m.userId")
                .flatMap(table -> entityManager
                        .createQuery(
                                "select new dev.gatehouse.organization.keycloak.jpa.HeldGroup(" + table
                                        + " in :users and m.groupId in :groups",
                                HeldGroup.class)
                        .setParameter("users", userIds)
                        .setParameter("groups", groupIds)
                        .getResultStream())
                .toList();
    }

    /** Notes when a user became a member. Safe to call twice: the first time stays. */
    public void joined(String organizationId, String userId, long at) {
        entityManager
                .createQuery("insert into JoinedMember (organizationId, userId, joinedAt, secondFactor, counted)"
                        + " values (:organization, :user, :at, false, false) on conflict do nothing")
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** When the user became a member, in milliseconds since 1970, if that was noted. */
    public Optional<Long> joinedAt(String organizationId, String userId) {
        return entityManager
                .createQuery(
                        "select j.joinedAt from JoinedMember j where j.organizationId = :organization"
                                + " and j.userId = :user and j.joinedAt is not null",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /** Writes what is still held back, so that the database can object now rather than at the end of the request. */
    public void flush() {
        entityManager.flush();
    }
}
