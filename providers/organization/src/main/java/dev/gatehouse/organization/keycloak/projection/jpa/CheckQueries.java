package dev.gatehouse.organization.keycloak.projection.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which organization is checked next, and how far the check has come. Asked by who holds the lock. */
public final class CheckQueries {

    /** SKIP LOCKED, in Hibernate's spelling of the standard hint. */
    private static final int SKIP_LOCKED = -2;

    private static final String CHECKED =
            "select new dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck("
                    + "o.id, o.groupId, o.realmId, c.checkedAt, c.stage, c.after, coalesce(c.seen, 0), coalesce(c.mended, 0))"
                    + " from OrganizationEntity o left join CheckRow c on c.organizationId = o.id"
                    + " where o.realmId in :realms and ";

    private final EntityManager entityManager;

    public CheckQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether the lock was free and is now the transaction's own. Does not wait; a dead node's lock is free. */
    public boolean hold() {
        return !entityManager
                .createQuery("select w from WorkLockRow w where w.id = :id", WorkLockRow.class)
                .setParameter("id", WorkLockRow.ONLY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList()
                .isEmpty();
    }

    /**
     * The organization whose turn it is, in these realms: one whose check is under way, else one that
     * was never checked, else the one checked longest ago.
     *
     * @param before only those last checked before this time
     */
    public Optional<OrganizationCheck> next(Collection<String> realmIds, Instant before) {
        if (realmIds.isEmpty()) {
            return Optional.empty();
        }
        return first("c.stage is not null order by c.organizationId", realmIds, null)
                .or(() -> first("c.organizationId is null order by o.id", realmIds, null))
                .or(() -> first("c.checkedAt < :before order by c.checkedAt", realmIds, before));
    }

    /** Keeps where the check stands. */
    public void save(OrganizationCheck check) {
        entityManager
                .createQuery("insert into CheckRow (organizationId, seen, mended)"
                        + " values (:organization, 0, 0) on conflict do nothing")
                .setParameter("organization", check.organizationId())
                .executeUpdate();
        entityManager
                .createQuery("update CheckRow c set c.checkedAt = :checked, c.stage = :stage, c.after = :after,"
                        + " c.seen = :seen, c.mended = :mended where c.organizationId = :organization")
                .setParameter("checked", check.checkedAt())
                .setParameter("stage", check.stage())
                .setParameter("after", check.after())
                .setParameter("seen", check.seen())
                .setParameter("mended", check.mended())
                .setParameter("organization", check.organizationId())
                .executeUpdate();
    }

    /** Takes organizations of other realms as never checked: nobody follows them while Gatehouse is off there. */
    public void forgetOthers(Collection<String> realmIds) {
        String others = realmIds.isEmpty() ? "" : " where o.realmId not in :realms";
        var query = entityManager.createQuery("delete from CheckRow c where c.organizationId in"
                + " (select o.id from OrganizationEntity o" + others + ")");
        if (!realmIds.isEmpty()) {
            query.setParameter("realms", realmIds);
        }
        query.executeUpdate();
    }

    /** How many organizations still wait to be built, counted up to a limit. */
    public int unbuilt(Collection<String> realmIds, int limit) {
        return realmIds.isEmpty()
                ? 0
                : entityManager
                        .createQuery(
                                "select o.id from OrganizationEntity o left join CheckRow c on c.organizationId = o.id"
                                        + " where o.realmId in :realms and c.checkedAt is null",
                                String.class)
                        .setParameter("realms", realmIds)
                        .setMaxResults(limit)
                        .getResultList()
                        .size();
    }

    private Optional<OrganizationCheck> first(String which, Collection<String> realmIds, @Nullable Instant before) {
        var query = entityManager
                .createQuery(CHECKED + which, OrganizationCheck.class)
                .setParameter("realms", realmIds)
                .setMaxResults(1);
        if (before != null) {
            query.setParameter("before", before.toEpochMilli());
        }
        return query.getResultStream().findFirst();
    }
}
