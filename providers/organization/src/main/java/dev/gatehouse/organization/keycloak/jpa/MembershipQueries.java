package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
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

    public static MembershipQueries of(KeycloakSession session) {
        return new MembershipQueries(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Members in the order of their ids, after that id: the order in which the table's key has them. */
    public List<MemberRow> members(String organizationId, String groupId, String after, int maximum) {
        return entityManager
                .createQuery(
                        "select new dev.gatehouse.organization.keycloak.jpa.MemberRow("
                                + "u.id, u.username, u.email, u.firstName, u.lastName, j.joinedAt)"
                                + " from UserGroupMembershipEntity m join m.user u"
                                + " left join JoinedMember j on j.userId = u.id and j.organizationId = :organization"
                                + " where m.groupId = :group and m.user.id > :after order by m.user.id",
                        MemberRow.class)
                .setParameter("organization", organizationId)
                .setParameter("group", groupId)
                .setParameter("after", after)
                .setMaxResults(maximum)
                .getResultList();
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

    /** Which of these users are in which of these groups. */
    public List<HeldGroup> held(Collection<String> userIds, Collection<String> groupIds) {
        return userIds.isEmpty() || groupIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select new dev.gatehouse.organization.keycloak.jpa.HeldGroup(m.user.id, m.groupId)"
                                        + " from UserGroupMembershipEntity m"
                                        + " where m.user.id in :users and m.groupId in :groups",
                                HeldGroup.class)
                        .setParameter("users", userIds)
                        .setParameter("groups", groupIds)
                        .getResultList();
    }

    /** Notes when a user became a member. Safe to call twice: the first time stays. */
    public void joined(String organizationId, String userId, long at) {
        if (entityManager.find(JoinedMember.class, new JoinedMember.Key(organizationId, userId)) == null) {
            entityManager.persist(new JoinedMember(organizationId, userId, at));
        }
    }

    /** When the user became a member, in milliseconds since 1970, if that was noted. */
    public Optional<Long> joinedAt(String organizationId, String userId) {
        return Optional.ofNullable(entityManager.find(JoinedMember.class, new JoinedMember.Key(organizationId, userId)))
                .map(JoinedMember::joinedAt);
    }

    public void left(String organizationId, String userId) {
        entityManager
                .createQuery("delete from JoinedMember j where j.organizationId = :organization and j.userId = :user")
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    public void forgetUser(String userId) {
        entityManager
                .createQuery("delete from JoinedMember j where j.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Writes what is still held back, so that the database can object now rather than at the end of the request. */
    public void flush() {
        entityManager.flush();
    }
}
