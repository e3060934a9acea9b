package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.storage.StorageId;

/**
 * Reads what a decision needs, from Keycloak's tables and nowhere else: what was committed counts at the next question,
 * on every node. One statement whatever is asked.
 *
 * <p>Organizations are named by id or alias. An id wins over an alias, and what looks like an id is never taken for an
 * alias: who makes an organization chooses its alias, and could choose the id of another.
 */
public final class DecisionQueries {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String ROW = "select new dev.gatehouse.organization.keycloak.jpa.MembershipRow(";
    private static final String LOCAL = ROW + "u.id, u.federationLink, o.id, o.alias, g.id, a.name, a.value)"
            + " from OrganizationEntity o"
            + " join UserGroupMembershipEntity m on m.groupId = o.groupId"
            + " join m.user u"
            + " left join GroupEntity g on g.organization.id = o.id and g.id <> o.groupId and exists ("
            + "select 1 from UserGroupMembershipEntity h where h.groupId = g.id and h.user.id = u.id)"
            + " left join GroupAttributeEntity a on a.group.id = g.id and a.name in (:name1, :name2)"
            + " where u.realmId = :realm and u.enabled = true and o.realmId = :realm and o.enabled = true";
    private static final String FEDERATED = ROW + "m.userId, 'federated', o.id, o.alias, g.id, a.name, a.value)"
            + " from OrganizationEntity o"
            + " join FederatedUserGroupMembershipEntity m on m.groupId = o.groupId"
            + " left join GroupEntity g on g.organization.id = o.id and g.id <> o.groupId and exists ("
            + "select 1 from FederatedUserGroupMembershipEntity h where h.groupId = g.id and h.userId = m.userId)"
            + " left join GroupAttributeEntity a on a.group.id = g.id and a.name in (:name1, :name2)"
            + " where m.realmId = :realm and o.realmId = :realm and o.enabled = true";
    private static final String NO_ID =
            " and not exists (select 1 from OrganizationEntity x where x.id = o.alias and x.realmId = :realm)";

    private final EntityManager entityManager;

    DecisionQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static DecisionQueries of(EntityManager entityManager) {
        return new DecisionQueries(entityManager);
    }

    /** Whether the text can only be an id. */
    public static boolean isId(String organization) {
        return UUID.matcher(organization).matches();
    }

    /**
     * The membership of an enabled user in an enabled organization, with two attributes of the groups.
     *
     * @param names two
     */
    public List<MembershipRow> membership(String realmId, String userId, String organization, List<String> names) {
        boolean local = StorageId.isLocalStorage(userId);
        String user = local ? " and u.id = :user" : " and m.userId = :user";
        String named = isId(organization)
                ? " and o.id = :organization"
                : " and (o.id = :organization or (o.alias = :organization" + NO_ID + "))";
        return query((local ? LOCAL : FEDERATED) + user + named, realmId, names)
                .setParameter("user", userId)
                .setParameter("organization", organization)
                .getResultList();
    }

    /** The same for any of these users in any of the organizations of these ids; all users of one kind. */
    public List<MembershipRow> byId(
            String realmId, boolean local, Set<String> userIds, Set<String> organizationIds, List<String> names) {
        return many(realmId, local, userIds, organizationIds, " and o.id in :organizations", names);
    }

    /** The same for organizations of these aliases. */
    public List<MembershipRow> byAlias(
            String realmId, boolean local, Set<String> userIds, Set<String> aliases, List<String> names) {
        Set<String> safe = aliases.stream().filter(alias -> !isId(alias)).collect(Collectors.toSet());
        return many(realmId, local, userIds, safe, " and o.alias in :organizations" + NO_ID, names);
    }

    /** All memberships of an enabled user, of at most that many organizations. */
    public List<MembershipRow> all(String realmId, String userId, int maximum, List<String> names) {
        boolean local = StorageId.isLocalStorage(userId);
        // Keycloak's own order of ids is the database's: the second statement takes the first one's word for it.
        List<String> organizationIds = entityManager
                .createQuery(
                        local
                                ? "select o.id from UserGroupMembershipEntity m join OrganizationEntity o"
                                        + " on o.groupId = m.groupId where m.user.id = :user and o.realmId = :realm"
                                        + " and o.enabled = true order by o.id"
                                : "select o.id from FederatedUserGroupMembershipEntity m join OrganizationEntity o"
                                        + " on o.groupId = m.groupId where m.userId = :user and o.realmId = :realm"
                                        + " and o.enabled = true order by o.id",
                        String.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setMaxResults(maximum)
                .getResultList();
        if (organizationIds.isEmpty()) {
            return List.of();
        }
        return query(
                        (local ? LOCAL + " and u.id = :user" : FEDERATED + " and m.userId = :user")
                                + " and o.id <= :last",
                        realmId,
                        names)
                .setParameter("user", userId)
                .setParameter("last", organizationIds.get(organizationIds.size() - 1))
                .getResultList();
    }

    /** The groups of a local user that are the realm's, not an organization's. */
    public List<String> realmGroups(String userId) {
        return entityManager
                .createQuery(
                        "select g.id from UserGroupMembershipEntity m join GroupEntity g on g.id = m.groupId"
                                + " where m.user.id = :user and g.type = 0 order by g.id",
                        String.class)
                .setParameter("user", userId)
                .getResultList();
    }

    private List<MembershipRow> many(
            String realmId,
            boolean local,
            Set<String> userIds,
            Set<String> organizations,
            String named,
            List<String> names) {
        return userIds.isEmpty() || organizations.isEmpty()
                ? List.of()
                : query(
                                (local ? LOCAL + " and u.id in :users" : FEDERATED + " and m.userId in :users") + named,
                                realmId,
                                names)
                        .setParameter("users", userIds)
                        .setParameter("organizations", organizations)
                        .getResultList();
    }

    private TypedQuery<MembershipRow> query(String text, String realmId, List<String> names) {
        return entityManager
                .createQuery(text, MembershipRow.class)
                .setParameter("realm", realmId)
                .setParameter("name1", names.get(0))
                .setParameter("name2", names.get(1));
    }
}
