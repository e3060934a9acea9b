package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.QuotaLedger;
import dev.gatehouse.messaging.quota.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as rows, locked while they are charged: always in the order of their names, so that nobody waits in a circle.
 * The locks last for this transaction of some statements only, never for a caller's.
 */
public final class JpaQuotaLedger implements QuotaLedger {
    /** Deleted by one sweep. */
    static final int SWEPT_AT_ONCE = 500;

    /** Each lost race for a new row is another's success, and the row is there then. */
    private static final int RACES = 25;

    private final Transactions transactions;
    private final Clock clock;

    public JpaQuotaLedger(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> charge(List<Charge> charges) {
        List<Charge> ordered =
                charges.stream().sorted(Comparator.comparing(Charge::account)).toList();
        for (int race = 1; ; race++) {
            AtomicBoolean opened = new AtomicBoolean();
            try {
                return transactions.inTransaction(entityManager -> charge(entityManager, ordered, opened));
            } catch (RuntimeException failure) {
                if (!opened.get() || race == RACES) {
                    throw failure;
                }
            }
        }
    }

    /** @param opened is set once a row was made, which another may be making, too */
    private Optional<Refusal> charge(EntityManager entityManager, List<Charge> charges, AtomicBoolean opened) {
        List<QuotaEntity> rows = new ArrayList<>();
        for (Charge charge : charges) {
            QuotaEntity row = locked(entityManager, charge);
            if (row == null) {
                opened.set(true);
                entityManager
                        .createNamedQuery("gatehouseQuotaOpen")
                        .setParameter("id", charge.account())
                        .executeUpdate();
                row = locked(entityManager, charge);
            }
            if (row == null) {
                throw new IllegalStateException("An account was swept while it was opened");
            }
            rows.add(row);
        }
        // Read after the locks: who waited for them must not judge by an earlier time.
        Instant now = clock.instant();
        Optional<Refusal> refusal = longestWait(charges, rows, now);
        if (refusal.isEmpty()) {
            for (int index = 0; index < rows.size(); index++) {
                QuotaEntity row = rows.get(index);
                row.set(row.account().charged(charges.get(index).quota(), now));
            }
        }
        return refusal;
    }

    private static @Nullable QuotaEntity locked(EntityManager entityManager, Charge charge) {
        return entityManager.find(QuotaEntity.class, charge.account(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static Optional<Refusal> longestWait(List<Charge> charges, List<QuotaEntity> rows, Instant now) {
        Optional<Refusal> longest = Optional.empty();
        for (int index = 0; index < rows.size(); index++) {
            Charge charge = charges.get(index);
            Optional<Duration> wait = rows.get(index).account().refuses(charge.quota(), now);
            if (wait.isPresent()
                    && longest.filter(found -> found.retryAfter().compareTo(wait.get()) >= 0)
                            .isEmpty()) {
                longest = Optional.of(new Refusal(charge, wait.get()));
            }
        }
        return longest;
    }

    @Override
    public boolean sweep() {
        return transactions.inTransaction(entityManager -> {
            long now = clock.millis();
            List<String> over = entityManager
                    .createNamedQuery("gatehouseQuotaOver", String.class)
                    .setParameter("now", now)
                    .setMaxResults(SWEPT_AT_ONCE)
                    .getResultList();
            if (!over.isEmpty()) {
                entityManager
                        .createNamedQuery("gatehouseQuotaDelete")
                        .setParameter("ids", over)
                        .setParameter("now", now)
                        .executeUpdate();
            }
            return over.size() == SWEPT_AT_ONCE;
        });
    }
}
