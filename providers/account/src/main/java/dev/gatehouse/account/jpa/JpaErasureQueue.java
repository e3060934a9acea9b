package dev.gatehouse.account.jpa;

import dev.gatehouse.account.erasure.Erasure;
import dev.gatehouse.account.erasure.ErasureQueue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One row for each user who is to be forgotten; who takes one does not wait for who takes another. */
public record JpaErasureQueue(EntityManager entityManager) implements ErasureQueue {
    /** SKIP LOCKED, in Hibernate's spelling of the standard hint. */
    private static final int SKIP_LOCKED = -2;

    @Override
    public void add(Erasure erasure, Instant now) {
        entityManager
                .createQuery("insert into ErasureRow (realmId, userId, requestedAt, dueAt)"
                        + " values (:realm, :user, :now, :now) on conflict do nothing")
                .setParameter("realm", erasure.realmId())
                .setParameter("user", erasure.userId())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    @Override
    public Optional<Erasure> take(Instant now, Duration lease) {
        return entityManager
                .createQuery("select e from ErasureRow e where e.dueAt <= :now order by e.dueAt", ErasureRow.class)
                .setParameter("now", now.toEpochMilli())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> row.leaseUntil(now.plus(lease).toEpochMilli()));
    }

    @Override
    public void done(Erasure erasure) {
        entityManager
                .createQuery("delete from ErasureRow e where e.realmId = :realm and e.userId = :user")
                .setParameter("realm", erasure.realmId())
                .setParameter("user", erasure.userId())
                .executeUpdate();
    }
}
