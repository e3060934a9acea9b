package dev.gatehouse.account.registration.jpa;

import dev.gatehouse.account.registration.Registrations;
import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.messaging.jpa.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Registrations as rows; whoever claims one holds the rows of its address until the transaction ends. */
public final class JpaRegistrations implements Registrations {
    private final Transactions transactions;

    /** @param transactions each of its own, or the one that a request is in */
    public JpaRegistrations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(WaitingRegistration registration) {
        transactions.inTransaction(entities -> {
            entities.persist(new WaitingRegistrationRow(registration));
            return true;
        });
    }

    @Override
    public Optional<WaitingRegistration> find(String id, Instant now) {
        return first("r.id = :first and r.id = :second", id, id, now);
    }

    @Override
    public Optional<WaitingRegistration> byToken(String realmId, String tokenDigest, Instant now) {
        return first("r.realmId = :first and r.tokenDigest = :second", realmId, tokenDigest, now);
    }

    @Override
    public List<WaitingRegistration> of(String realmId, String email, Instant now) {
        return transactions.inTransaction(
                entities -> select(entities, "r.realmId = :first and r.email = :second", realmId, email, now));
    }

    @Override
    public void giveToken(String id, String tokenDigest) {
        transactions.inTransaction(entities -> entities.createQuery(
                        "update WaitingRegistrationRow r set r.tokenDigest = :digest, r.failures = 0 where r.id = :id")
                .setParameter("digest", tokenDigest)
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public boolean countAttempt(String id, int most) {
        return transactions.inTransaction(entities -> entities.createQuery(
                                "update WaitingRegistrationRow r set r.failures = r.failures + 1"
                                        + " where r.id = :id and r.failures < :most")
                        .setParameter("id", id)
                        .setParameter("most", most)
                        .executeUpdate())
                == 1;
    }

    @Override
    public void forgiveAttempts(String id) {
        transactions.inTransaction(
                entities -> entities.createQuery("update WaitingRegistrationRow r set r.failures = 0 where r.id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
    }

    @Override
    public boolean claim(WaitingRegistration registration) {
        return transactions.inTransaction(entities -> {
            // Always in this order, so that no two wait for each other.
            List<String> ids = entities.createQuery(
                            "select r from WaitingRegistrationRow r where r.realmId = :realm and r.email = :email"
                                    + " order by r.id",
                            WaitingRegistrationRow.class)
                    .setParameter("realm", registration.realmId())
                    .setParameter("email", registration.email())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .map(row -> row.read().id())
                    .toList();
            return ids.contains(registration.id()) && delete(entities, ids) > 0;
        });
    }

    @Override
    public void drop(Collection<String> ids) {
        if (!ids.isEmpty()) {
            transactions.inTransaction(entities -> delete(entities, ids));
        }
    }

    @Override
    public int purge(Instant now, int limit) {
        return transactions.inTransaction(entities -> {
            List<String> over = entities.createQuery(
                            "select r.id from WaitingRegistrationRow r where r.expiresAt <= :now order by r.expiresAt",
                            String.class)
                    .setParameter("now", now.toEpochMilli())
                    .setMaxResults(limit)
                    .getResultList();
            return over.isEmpty() ? 0 : delete(entities, over);
        });
    }

    @Override
    public void forget(String realmId) {
        transactions.inTransaction(
                entities -> entities.createQuery("delete from WaitingRegistrationRow r where r.realmId = :realm")
                        .setParameter("realm", realmId)
                        .executeUpdate());
    }

    private Optional<WaitingRegistration> first(String condition, String first, String second, Instant now) {
        return transactions.inTransaction(entities ->
                select(entities, condition, first, second, now).stream().findFirst());
    }

    private static List<WaitingRegistration> select(
            EntityManager entities, String condition, String first, String second, Instant now) {
        return entities.createQuery(
                        "select r from WaitingRegistrationRow r where " + condition
                                + " and r.expiresAt > :now order by r.createdAt desc, r.id",
                        WaitingRegistrationRow.class)
                .setParameter("first", first)
                .setParameter("second", second)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(WaitingRegistrationRow::read)
                .toList();
    }

    private static int delete(EntityManager entities, Collection<String> ids) {
        return entities.createQuery("delete from WaitingRegistrationRow r where r.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
