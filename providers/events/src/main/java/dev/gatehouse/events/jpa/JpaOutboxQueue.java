package dev.gatehouse.events.jpa;

import dev.gatehouse.events.OutboxEntry;
import dev.gatehouse.events.OutboxQueue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The outbox's table, held by a lock on one row of another table for as long as a transaction lasts: the database lets
 * go of it when the node that held it dies. A relay that finds it locked does not wait.
 *
 * <p>Rows are deleted once they have arrived. So one that is committed late, with a lower id than others that were
 * relayed before, is not missed. The order within a key follows the ids, and these grow from an event to every event
 * that was written after the first one's commit.
 */
public final class JpaOutboxQueue implements OutboxQueue {
    /** SKIP LOCKED, in Hibernate's spelling of the standard hint. */
    private static final int SKIP_LOCKED = -2;

    private final Transactions transactions;
    private final Clock clock;

    public JpaOutboxQueue(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean whileHeld(Consumer<Held> work) {
        return transactions.inTransaction(entityManager -> {
            boolean free = !entityManager
                    .createQuery("select r from RelayLockEntity r where r.id = :id", RelayLockEntity.class)
                    .setParameter("id", RelayLockEntity.ONLY)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                    .getResultList()
                    .isEmpty();
            if (free) {
                work.accept(new HeldTable(entityManager, clock));
            }
            return free;
        });
    }

    @Override
    public Optional<Instant> oldest() {
        return transactions
                .inTransaction(entityManager -> entityManager
                        .createQuery("select e.recordedAt from OutboxEventEntity e order by e.id", Long.class)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst())
                .map(Instant::ofEpochMilli);
    }

    /** Removes the oldest of what was put aside before this time. */
    public int purgeRefused(Instant before, int limit) {
        return transactions.inTransaction(entityManager -> {
            List<Long> ids = entityManager
                    .createQuery(
                            "select d.id from DeadLetterEntity d where d.refusedAt < :before order by d.refusedAt",
                            Long.class)
                    .setParameter("before", before.toEpochMilli())
                    .setMaxResults(limit)
                    .getResultList();
            return ids.isEmpty()
                    ? 0
                    : entityManager
                            .createQuery("delete from DeadLetterEntity d where d.id in :ids")
                            .setParameter("ids", ids)
                            .executeUpdate();
        });
    }

    /** Removes what waits or was refused under this partition key. Reads the whole of two tables that are short as a rule. */
    public static void forget(EntityManager entityManager, String partitionKey) {
        for (String table : List.of("OutboxEventEntity", "DeadLetterEntity")) {
            entityManager
                    .createQuery("delete from " + table + " e where e.partitionKey = :key")
                    .setParameter("key", partitionKey)
                    .executeUpdate();
        }
    }

    private record HeldTable(EntityManager entityManager, Clock clock) implements Held {

        @Override
        public List<OutboxEntry> oldest(int limit) {
            return entityManager
                    .createQuery("select e from OutboxEventEntity e order by e.id", OutboxEventEntity.class)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(OutboxEventEntity::entry)
                    .toList();
        }

        @Override
        public void delivered(Collection<OutboxEntry> entries) {
            delete(entries.stream().map(OutboxEntry::sequence).toList());
        }

        @Override
        public void refused(OutboxEntry entry, String reason) {
            entityManager.persist(new DeadLetterEntity(entry, reason, clock.millis()));
            delete(List.of(entry.sequence()));
        }

        @Override
        public int discardRecordedBefore(Instant time, int limit) {
            return delete(entityManager
                    .createQuery(
                            "select e.id from OutboxEventEntity e where e.recordedAt < :time order by e.id", Long.class)
                    .setParameter("time", time.toEpochMilli())
                    .setMaxResults(limit)
                    .getResultList());
        }

        private int delete(List<Long> ids) {
            return ids.isEmpty()
                    ? 0
                    : entityManager
                            .createQuery("delete from OutboxEventEntity e where e.id in :ids")
                            .setParameter("ids", ids)
                            .executeUpdate();
        }
    }
}
