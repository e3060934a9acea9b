package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import org.keycloak.representations.idm.MembershipType;
import org.keycloak.storage.StorageId;

/** Who is in which groups of an organization, asked so that the number of members costs nothing. */
public final class RoleQueries {

    private final EntityManager entityManager;

    RoleQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static RoleQueries of(EntityManager entityManager) {
        return new RoleQueries(entityManager);
    }

    /** Whether a member of the organization other than this one is in one of these groups. */
    public boolean isHeldByOthers(Collection<String> groupIds, String organizationGroupId, String userId) {
        return !groupIds.isEmpty()
                && (exists(entityManager
                                .createQuery(
                                        "select m.groupId from UserGroupMembershipEntity m where m.groupId in :groups"
                                                + " and m.user.id <> :user and exists (select 1 from"
                                                + " UserGroupMembershipEntity o where o.groupId = :organization"
                                                + " and o.user.id = m.user.id)",
                                        String.class)
                                .setParameter("groups", groupIds)
                                .setParameter("organization", organizationGroupId)
                                .setParameter("user", userId))
                        || exists(entityManager
                                .createQuery(
                                        "select m.groupId from FederatedUserGroupMembershipEntity m"
                                                + " where m.groupId in :groups and m.userId <> :user and exists"
                                                + " (select 1 from FederatedUserGroupMembershipEntity o"
                                                + " where o.groupId = :organization and o.userId = m.userId)",
                                        String.class)
                                .setParameter("groups", groupIds)
                                .setParameter("organization", organizationGroupId)
                                .setParameter("user", userId)));
    }

    /**
     * Whether some organization has no other member than this user in a group with this attribute. One statement,
     * however many organizations the user is in.
     */
    public boolean isAloneIn(String attribute, String value, String userId) {
        String others = " and not exists (select 1 from %s m, GroupEntity g2, GroupAttributeEntity a2"
                + " where g2.id = m.groupId and a2.group.id = g2.id and a2.name = :name and a2.value = :value"
                + " and g2.organization.id = g.organization.id and %s <> :user)";
        String own = StorageId.isLocalStorage(userId)
                ? "UserGroupMembershipEntity h where h.groupId = g.id and h.user.id = :user)"
                : "FederatedUserGroupMembershipEntity h where h.groupId = g.id and h.userId = :user)";
        return exists(entityManager
                .createQuery(
                        "select g.id from GroupEntity g join GroupAttributeEntity a on a.group.id = g.id"
                                + " where a.name = :name and a.value = :value and g.organization.id is not null"
                                + " and exists (select 1 from " + own
                                + others.formatted("UserGroupMembershipEntity", "m.user.id")
                                + others.formatted("FederatedUserGroupMembershipEntity", "m.userId"),
                        String.class)
                .setParameter("name", attribute)
                .setParameter("value", value)
                .setParameter("user", userId));
    }

    /** Whether anybody is in one of the first groups and in one of the others as well. */
    public boolean isHeldTogether(Collection<String> groupIds, Collection<String> otherGroupIds) {
        return !groupIds.isEmpty()
                && !otherGroupIds.isEmpty()
                && (exists(entityManager
                                .createQuery(
                                        "select m.groupId from UserGroupMembershipEntity m where m.groupId in :groups"
                                                + " and exists (select 1 from UserGroupMembershipEntity o"
                                                + " where o.groupId in :others and o.user.id = m.user.id)",
                                        String.class)
                                .setParameter("groups", groupIds)
                                .setParameter("others", otherGroupIds))
                        || exists(entityManager
                                .createQuery(
                                        "select m.groupId from FederatedUserGroupMembershipEntity m"
                                                + " where m.groupId in :groups and exists (select 1 from"
                                                + " FederatedUserGroupMembershipEntity o"
                                                + " where o.groupId in :others and o.userId = m.userId)",
                                        String.class)
                                .setParameter("groups", groupIds)
                                .setParameter("others", otherGroupIds)));
    }

    /** Whether the account of anybody in this group is bound to the organization. */
    public boolean hasManagedMembers(String organizationGroupId) {
        return exists(entityManager
                .createQuery(
                        "select m.groupId from UserGroupMembershipEntity m"
                                + " where m.groupId = :group and m.membershipType = :managed",
                        String.class)
                .setParameter("group", organizationGroupId)
                .setParameter("managed", MembershipType.MANAGED.name()));
    }

    /** Whether the user's account is bound to the organization: asked of the database, since it would be deleted. */
    public boolean isManaged(String organizationGroupId, String userId) {
        return exists(entityManager
                .createQuery(
                        "select m.groupId from UserGroupMembershipEntity m where m.groupId = :group"
                                + " and m.user.id = :user and m.membershipType = :managed",
                        String.class)
                .setParameter("group", organizationGroupId)
                .setParameter("user", userId)
                .setParameter("managed", MembershipType.MANAGED.name()));
    }

    /** Takes the role from all invitations of the organization that wait. */
    public void uninvite(String organizationId, String roleName) {
        entityManager
                .createQuery("delete from InvitedRole r where r.roleName = :role and r.invitationId in"
                        + " (select i.id from OrganizationInvitationEntity i where i.organizationId = :organization)")
                .setParameter("role", roleName)
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    private static boolean exists(TypedQuery<String> query) {
        return !query.setMaxResults(1).getResultList().isEmpty();
    }
}
