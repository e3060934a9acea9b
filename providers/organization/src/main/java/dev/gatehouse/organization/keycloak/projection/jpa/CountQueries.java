package dev.gatehouse.organization.keycloak.projection.jpa;

import dev.gatehouse.organization.projection.Buckets;
import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.Counts;
import dev.gatehouse.organization.projection.Metric;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counts of organizations. */
public final class CountQueries {

    private static final String COUNT = "select new dev.gatehouse.organization.projection.Count(";

    private static final int MOST_INVITATIONS = 10_000;

    private final EntityManager entityManager;

    public CountQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All counts of the organization: one statement over as many rows as there are roles, days and latest changes. */
    public List<Count> of(String organizationId) {
        return entityManager
                .createQuery(
                        COUNT + "c.metric, c.bucket, sum(c.amount)) from CountRow c"
                                + " where c.organizationId = :organization group by c.metric, c.bucket",
                        Count.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /** Keycloak's invitations that can still be accepted; more than the most are not told apart. */
    public long pendingInvitations(String organizationId, Instant now) {
        return entityManager
                .createQuery(
                        "select count(*) from (select i.id as id from OrganizationInvitationEntity i"
                                + " where i.organizationId = :organization and i.expiresAt > :now order by i.organizationId limit "
                                + MOST_INVITATIONS + ") pending",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("now", Math.toIntExact(now.getEpochSecond()))
                .getSingleResult();
    }

    /** Notes changes. Adds rows only, so that nobody waits. */
    public void add(String organizationId, Collection<Count> changes) {
        changes.forEach(change -> entityManager.persist(new CountRow(organizationId, change, false)));
    }

    /** Notes by the hour how often something happened, for those of the organizations that there are. */
    public void addPresent(Map<String, Long> times, Metric metric, Instant now) {
        entityManager
                .createQuery("select o.id from OrganizationEntity o where o.id in :organizations", String.class)
                .setParameter("organizations", times.keySet())
                .getResultList()
                .forEach(id -> add(id, List.of(new Count(metric, Buckets.hour(now), times.getOrDefault(id, 0L)))));
    }

    /**
     * Folds the oldest changes into the counts. Only one may do it at a time; whoever reads or adds meanwhile sees the
     * same sums. A change that is committed late is folded later, since it is deleted only by who read it.
     *
     * @return how many changes were folded; fewer than the limit when it is done
     */
    public int fold(int limit, Instant now) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select c.id, c.organizationId, c.metric, c.bucket, c.amount from CountRow c"
                                + " where c.folded = false order by c.id",
                        Object[].class)
                .setMaxResults(limit)
                .getResultList();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, Counts> changes = new LinkedHashMap<>();
        rows.forEach(row -> changes.computeIfAbsent((String) row[1], organization -> new Counts())
                .add(new Count((Metric) row[2], (String) row[3], (Long) row[4])));
        entityManager
                .createQuery("delete from CountRow c where c.id in :ids")
                .setParameter("ids", rows.stream().map(row -> (Long) row[0]).toList())
                .executeUpdate();
        changes.forEach((organization, counts) -> counts.list().forEach(count -> fold(organization, count, now)));
        return rows.size();
    }

    /** By how much the counts of members differ from the members that are stored, all seen in one statement. */
    public List<Count> missing(String organizationId, Instant now) {
        String group = " where %1$s.organizationId = :organization";
        Counts counts = new Counts();
        entityManager
                .createQuery(
                        "select 'MEMBERS', '', count(*) from JoinedMember j" + group.formatted("j")
                                + " and j.counted = true"
                                + " union all select 'WITHOUT_SECOND_FACTOR', '', count(*) from JoinedMember j"
                                + group.formatted("j") + " and j.counted = true and j.secondFactor = false"
                                + " union all select 'ACTIVE', j.activeDay, count(*) from JoinedMember j"
                                + group.formatted("j") + " and j.counted = true and j.activeDay is not null"
                                + " group by j.activeDay"
                                + " union all select 'ROLE', d.role, count(*) from DirectoryRow d"
                                + group.formatted("d") + " and d.term = '' group by d.role"
                                + " union all select cast(c.metric as String), c.bucket, -sum(c.amount) from CountRow c"
                                + group.formatted("c") + " and c.metric in :metrics group by c.metric, c.bucket",
                        Object[].class)
                .setParameter("organization", organizationId)
                .setParameter(
                        "metrics",
                        Arrays.stream(Metric.values())
                                .filter(Metric::isOfMembers)
                                .toList())
                .getResultList()
                .forEach(row -> counts.add(
                        new Count(Metric.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).longValue())));
        return counts.list().stream()
                .filter(count -> count.bucket().compareTo(Buckets.oldest(count.metric(), now)) >= 0)
                .toList();
    }

    private void fold(String organizationId, Count count, Instant now) {
        int updated = entityManager
                .createQuery("update CountRow c set c.amount = c.amount + :amount"
                        + " where c.organizationId = :organization and c.metric = :metric and c.bucket = :bucket"
                        + " and c.folded = true")
                .setParameter("amount", count.amount())
                .setParameter("organization", organizationId)
                .setParameter("metric", count.metric())
                .setParameter("bucket", count.bucket())
                .executeUpdate();
        if (updated > 0) {
            return;
        }
        // A new day or hour has come: those that nobody looks at any more go.
        entityManager
                .createQuery("delete from CountRow c where c.organizationId = :organization and c.metric = :metric"
                        + " and c.bucket < :oldest and c.folded = true")
                .setParameter("organization", organizationId)
                .setParameter("metric", count.metric())
                .setParameter("oldest", Buckets.oldest(count.metric(), now))
                .executeUpdate();
        entityManager.persist(new CountRow(organizationId, count, true));
    }
}
