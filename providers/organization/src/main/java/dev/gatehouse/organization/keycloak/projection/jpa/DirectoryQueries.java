package dev.gatehouse.organization.keycloak.projection.jpa;

import dev.gatehouse.organization.projection.DirectoryEntry;
import dev.gatehouse.organization.projection.SearchTerms;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes the directory along its keys. */
public final class DirectoryQueries {

    /** Of somebody with several terms that match, the first in order counts. */
    private static final String IS_FIRST =
            " and not exists (select 1 from DirectoryRow b where b.organizationId = d.organizationId"
                    + " and b.userId = d.userId and b.role = d.role and b.term >= :start and b.term < d.term)";

    private final EntityManager entityManager;

    public DirectoryQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Under a role those whose terms start so, in the order of the terms, after that term of that user. Somebody may be
     * among them who is no member any more: membership is Keycloak's to tell.
     *
     * @param role empty for all members
     * @param start empty to list a role's holders without a search
     */
    public List<Found> page(String organizationId, String role, String start, @Nullable Found after, int maximum) {
        return entityManager
                .createQuery(
                        "select new dev.gatehouse.organization.keycloak.projection.jpa.Found(d.term, d.userId)"
                                + " from DirectoryRow d where d.organizationId = :organization and d.role = :role"
                                + " and (d.term, d.userId) > (:from, :user) and d.term < :end"
                                + IS_FIRST + " order by d.term, d.userId",
                        Found.class)
                .setParameter("organization", organizationId)
                .setParameter("role", role)
                .setParameter("start", start)
                .setParameter("from", after == null ? start : after.term())
                .setParameter("end", SearchTerms.endOf(start))
                .setParameter("user", after == null ? "" : after.userId())
                .setMaxResults(maximum)
                .getResultList();
    }

    /** All entries of these users, by user. */
    public Map<String, Set<DirectoryEntry>> entries(String organizationId, Collection<String> userIds) {
        Map<String, Set<DirectoryEntry>> entries = new HashMap<>();
        entityManager
                .createQuery(
                        "select d.userId, d.role, d.term from DirectoryRow d"
                                + " where d.organizationId = :organization and d.userId in :users",
                        Object[].class)
                .setParameter("organization", organizationId)
                .setParameter("users", userIds)
                .getResultList()
                .forEach(row -> entries.computeIfAbsent((String) row[0], user -> new HashSet<>())
                        .add(new DirectoryEntry((String) row[1], (String) row[2])));
        return entries;
    }

    public void add(String organizationId, String userId, Collection<DirectoryEntry> entries) {
        entries.forEach(entry -> entityManager.persist(new DirectoryRow(organizationId, entry, userId)));
    }

    public void remove(String organizationId, String userId, Collection<DirectoryEntry> entries) {
        for (DirectoryEntry entry : entries) {
            entityManager
                    .createQuery("delete from DirectoryRow d where d.organizationId = :organization"
                            + " and d.userId = :user and d.role = :role and d.term = :term")
                    .setParameter("organization", organizationId)
                    .setParameter("user", userId)
                    .setParameter("role", entry.role())
                    .setParameter("term", entry.term())
                    .executeUpdate();
        }
    }

    /** Everything of these users. */
    public void removeAll(String organizationId, Collection<String> userIds) {
        if (!userIds.isEmpty()) {
            entityManager
                    .createQuery(
                            "delete from DirectoryRow d where d.organizationId = :organization and d.userId in :users")
                    .setParameter("organization", organizationId)
                    .setParameter("users", userIds)
                    .executeUpdate();
        }
    }
}
