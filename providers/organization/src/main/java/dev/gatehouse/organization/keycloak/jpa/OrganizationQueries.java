package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.storage.StorageId;

/**
 * Reads organizations from Keycloak's tables: pages by key, no counting, and the same number of statements whatever the
 * page holds.
 */
public final class OrganizationQueries {

    private static final String COLUMNS = "select new dev.gatehouse.organization.keycloak.jpa.OrganizationRow("
            + "o.id, o.alias, o.name, o.description, o.enabled, o.groupId, g.createdTimestamp)"
            + " from OrganizationEntity o left join GroupEntity g on g.id = o.groupId";
    private static final String MATCHES =
            "(lower(o.name) like :search escape '!' or lower(o.alias) like :search escape '!')";

    /** Proved to us is verified too: saving an organization in the admin console takes Keycloak's own mark away. */
    private static final String DOMAINS = "select new dev.gatehouse.organization.keycloak.jpa.DomainRow("
            + "d.organization.id, d.name, case when d.verified = true or exists (select 1 from ProvedDomain p"
            + " where p.organizationId = d.organization.id and p.name = d.name) then true else false end)"
            + " from OrganizationDomainEntity d where d.organization.id in :ids";

    private static final String CLAIMED_DOMAINS = "select new dev.gatehouse.organization.keycloak.jpa.DomainRow("
            + "c.organizationId, c.name, false) from DomainClaim c where c.organizationId in :ids"
            + " and not exists (select 1 from OrganizationDomainEntity d"
            + " where d.organization.id = c.organizationId and d.name = c.name)";

    private final EntityManager entityManager;

    OrganizationQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static OrganizationQueries of(EntityManager entityManager) {
        return new OrganizationQueries(entityManager);
    }

    /** The organization, if there is one of that id in the realm. */
    public List<OrganizationRow> organization(String realmId, String organizationId) {
        return entityManager
                .createQuery(COLUMNS + " where o.id = :id and o.realmId = :realm", OrganizationRow.class)
                .setParameter("id", organizationId)
                .setParameter("realm", realmId)
                .getResultList();
    }

    /**
     * The enabled organization, if the user is a member of it. One statement, which takes the same way for an
     * organization of others as for none.
     */
    public List<OrganizationRow> organizationOf(String realmId, String organizationId, String userId) {
        return entityManager
                .createQuery(
                        COLUMNS + " where o.id = :id and o.realmId = :realm and o.enabled = true and "
                                + isMember(userId),
                        OrganizationRow.class)
                .setParameter("id", organizationId)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList();
    }

    /** The user's enabled organizations in the order of their ids, after that id. */
    public List<OrganizationRow> organizationsOf(
            String realmId, String userId, @Nullable String search, String after, int maximum) {
        return page(
                " where o.realmId = :realm and o.enabled = true and o.id > :after and " + isMember(userId),
                realmId,
                search,
                after,
                maximum,
                userId);
    }

    /** How many enabled organizations the user is in. */
    public long countOf(String realmId, String userId) {
        return entityManager
                .createQuery(
                        "select count(o.id) from OrganizationEntity o where o.realmId = :realm and o.enabled = true and "
                                + isMember(userId),
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getSingleResult();
    }

    /** The first of the user's enabled organizations by name, for people to choose from. */
    public List<OrganizationRow> choices(String realmId, String userId, @Nullable String search, int maximum) {
        TypedQuery<OrganizationRow> query = entityManager
                .createQuery(
                        COLUMNS + " where o.realmId = :realm and o.enabled = true and " + isMember(userId)
                                + (search == null ? "" : " and " + MATCHES) + " order by lower(o.name), o.id",
                        OrganizationRow.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setMaxResults(maximum);
        if (search != null) {
            query.setParameter("search", "%" + escaped(search) + "%");
        }
        return query.getResultList();
    }

    /** Those of these organizations that are enabled and the user's. */
    public List<OrganizationRow> organizationsAmong(String realmId, String userId, Collection<String> organizationIds) {
        return organizationIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                COLUMNS + " where o.id in :ids and o.realmId = :realm and o.enabled = true and "
                                        + isMember(userId) + " order by o.id",
                                OrganizationRow.class)
                        .setParameter("ids", organizationIds)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .getResultList();
    }

    /** Which of these organizations, enabled or not, the user is a member of. */
    public Set<String> memberOf(String userId, Collection<String> organizationIds) {
        return organizationIds.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery(
                                "select o.id from OrganizationEntity o where o.id in :ids and " + isMember(userId),
                                String.class)
                        .setParameter("ids", organizationIds)
                        .setParameter("user", userId)
                        .getResultList());
    }

    /** All organizations of the realm in the order of their ids, after that id. */
    public List<OrganizationRow> organizations(String realmId, @Nullable String search, String after, int maximum) {
        return page(" where o.realmId = :realm and o.id > :after", realmId, search, after, maximum, null);
    }

    /** The domains of these organizations, those that are only claimed among them. */
    public List<DomainRow> domains(Collection<String> organizationIds) {
        if (organizationIds.isEmpty()) {
            return List.of();
        }
        List<DomainRow> rows = new ArrayList<>(entityManager
                .createQuery(DOMAINS, DomainRow.class)
                .setParameter("ids", organizationIds)
                .getResultList());
        rows.addAll(entityManager
                .createQuery(CLAIMED_DOMAINS, DomainRow.class)
                .setParameter("ids", organizationIds)
                .getResultList());
        rows.sort(Comparator.comparing(DomainRow::domain));
        return rows;
    }

    /** The attributes of these organizations, which Keycloak keeps with their groups. */
    public List<AttributeRow> attributes(Collection<String> organizationIds) {
        return organizationIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select new dev.gatehouse.organization.keycloak.jpa.AttributeRow(o.id, o.groupId, a.name, a.value)"
                                        + " from OrganizationEntity o join GroupAttributeEntity a on a.group.id = o.groupId"
                                        + " where o.id in :ids order by a.name, a.value",
                                AttributeRow.class)
                        .setParameter("ids", organizationIds)
                        .getResultList();
    }

    /**
     * The attributes with this prefix of all enabled organizations of the user, each different value once: one statement,
     * and few rows, however many organizations there are.
     */
    public List<AttributeValue> attributesOfAll(String realmId, String userId, String prefix) {
        return entityManager
                .createQuery(
                        "select distinct new dev.gatehouse.organization.keycloak.jpa.AttributeValue(a.name, a.value)"
                                + " from OrganizationEntity o join GroupAttributeEntity a on a.group.id = o.groupId"
                                + " where o.realmId = :realm and o.enabled = true and a.name like :prefix and "
                                + isMember(userId),
                        AttributeValue.class)
                .setParameter("realm", realmId)
                .setParameter("prefix", prefix + "%")
                .setParameter("user", userId)
                .getResultList();
    }

    public boolean isNameTaken(String realmId, String name) {
        return exists(
                "select o.id from OrganizationEntity o where o.realmId = :realm and o.name = :value", realmId, name);
    }

    public boolean isAliasTaken(String realmId, String alias) {
        return exists(
                "select o.id from OrganizationEntity o where o.realmId = :realm and o.alias = :value", realmId, alias);
    }

    /** Writes what is still held back, so that the database can object now rather than at the end of the request. */
    public void flush() {
        entityManager.flush();
    }

    private List<OrganizationRow> page(
            String where, String realmId, @Nullable String search, String after, int maximum, @Nullable String userId) {
        String filter = search == null ? "" : " and " + MATCHES;
        TypedQuery<OrganizationRow> query = entityManager
                .createQuery(COLUMNS + where + filter + " order by o.id", OrganizationRow.class)
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setMaxResults(maximum);
        if (search != null) {
            query.setParameter("search", "%" + escaped(search) + "%");
        }
        if (userId != null) {
            query.setParameter("user", userId);
        }
        return query.getResultList();
    }

    private boolean exists(String query, String realmId, String value) {
        return !entityManager
                .createQuery(query, String.class)
                .setParameter("realm", realmId)
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Users of a federation that does not import keep their groups in a table of their own. */
    private static String isMember(String userId) {
        return StorageId.isLocalStorage(userId)
                ? "exists (select 1 from UserGroupMembershipEntity m"
                        + " where m.groupId = o.groupId and m.user.id = :user)"
                : "exists (select 1 from FederatedUserGroupMembershipEntity m"
                        + " where m.groupId = o.groupId and m.userId = :user)";
    }

    private static String escaped(String search) {
        return search.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
