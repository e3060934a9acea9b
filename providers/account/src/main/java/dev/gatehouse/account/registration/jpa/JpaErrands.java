package dev.gatehouse.account.registration.jpa;

import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.Errands;
import dev.gatehouse.messaging.jpa.Transactions;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Errands as rows, taken with a lock that skips what others have locked and kept by a lease. */
public final class JpaErrands implements Errands {
    private static final int SKIP_LOCKED = -2;

    private final Transactions transactions;

    /** @param transactions each of its own, or the one that a request is in */
    public JpaErrands(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Errand errand, Instant now) {
        transactions.inTransaction(entities -> {
            entities.persist(new ErrandRow(errand, now));
            return true;
        });
    }

    @Override
    public Optional<Errand> take(Instant now, Duration lease, int most) {
        return transactions.inTransaction(entities -> {
            entities.createQuery("delete from ErrandRow e where e.dueAt <= :now and e.attempts >= :most")
                    .setParameter("now", now.toEpochMilli())
                    .setParameter("most", most)
                    .executeUpdate();
            return entities.createQuery(
                            "select e from ErrandRow e where e.dueAt <= :now and e.attempts < :most order by e.dueAt",
                            ErrandRow.class)
                    .setParameter("now", now.toEpochMilli())
                    .setParameter("most", most)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .map(row -> row.lend(now.plus(lease)));
        });
    }

    @Override
    public boolean done(String id) {
        return transactions.inTransaction(entities -> entities.createQuery("delete from ErrandRow e where e.id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                == 1;
    }

    @Override
    public void forget(String realmId) {
        transactions.inTransaction(entities -> entities.createQuery("delete from ErrandRow e where e.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate());
    }
}
