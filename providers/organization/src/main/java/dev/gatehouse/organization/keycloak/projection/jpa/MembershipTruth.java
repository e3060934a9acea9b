package dev.gatehouse.organization.keycloak.projection.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Keycloak's own tables say of members: the truth that the projection follows. Users of a federation that imports
 * none have tables of their own; each question is asked of both, in the same number of statements whatever they hold.
 */
public final class MembershipTruth {

    private static final String LOCAL = "select new dev.gatehouse.organization.keycloak.projection.jpa.ListedMember("
            + "u.id, u.username, u.email, u.firstName, u.lastName, j.joinedAt, j.lastLoginAt)"
            + " from UserGroupMembershipEntity m join m.user u"
            + " left join JoinedMember j on j.userId = u.id and j.organizationId = :organization"
            + " where m.groupId = :group";
    private static final String FEDERATED =
            "select new dev.gatehouse.organization.keycloak.projection.jpa.ListedMember("
                    + "m.userId, j.joinedAt, j.lastLoginAt) from FederatedUserGroupMembershipEntity m"
                    + " left join JoinedMember j on j.userId = m.userId and j.organizationId = :organization"
                    + " where m.groupId = :group";

    private final EntityManager entityManager;

    public MembershipTruth(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Members whose names Keycloak keeps, in the order of their ids, after that id. Ids alone: joined with the names, a
     * database may choose to walk all that is before the page.
     */
    public List<String> local(String groupId, String after, int maximum) {
        return page(
                "select m.user.id from UserGroupMembershipEntity m"
                        + " where m.groupId = :group and m.user.id > :after order by m.user.id",
                groupId,
                after,
                maximum);
    }

    /** Members whose names a federation keeps, in the order of their ids, after that id. */
    public List<String> federated(String groupId, String after, int maximum) {
        return page(
                "select m.userId from FederatedUserGroupMembershipEntity m"
                        + " where m.groupId = :group and m.userId > :after order by m.userId",
                groupId,
                after,
                maximum);
    }

    /** Those of these users who are members, by user. */
    public Map<String, ListedMember> among(String organizationId, String groupId, Collection<String> userIds) {
        Map<String, ListedMember> members = new HashMap<>();
        for (String query : List.of(LOCAL + " and m.user.id in :users", FEDERATED + " and m.userId in :users")) {
            query(query, organizationId, groupId)
                    .setParameter("users", userIds)
                    .getResultList()
                    .forEach(member -> members.put(member.id(), member));
        }
        return members;
    }

    /** Those of these users who have a credential of one of these types. */
    public Set<String> withCredential(Collection<String> userIds, Collection<String> types) {
        Set<String> found = new HashSet<>();
        Stream.of(
                        "select distinct c.user.id from CredentialEntity c where c.user.id in :users and c.type in :types",
                        "select distinct c.userId from FederatedUserCredentialEntity c"
                                + " where c.userId in :users and c.type in :types")
                .forEach(query -> found.addAll(entityManager
                        .createQuery(query, String.class)
                        .setParameter("users", userIds)
                        .setParameter("types", types)
                        .getResultList()));
        return found;
    }

    private List<String> page(String query, String groupId, String after, int maximum) {
        return entityManager
                .createQuery(query, String.class)
                .setParameter("group", groupId)
                .setParameter("after", after)
                .setMaxResults(maximum)
                .getResultList();
    }

    private TypedQuery<ListedMember> query(String query, String organizationId, String groupId) {
        return entityManager
                .createQuery(query, ListedMember.class)
                .setParameter("organization", organizationId)
                .setParameter("group", groupId);
    }
}
