package dev.gatehouse.mfa.jpa;

import dev.gatehouse.mfa.ChallengeSlot;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorLedger;
import dev.gatehouse.mfa.OtpChallenge;
import dev.gatehouse.mfa.OtpStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps challenges in the database; the lock is the factor's row, so it holds for every node. */
public final class JpaOtpStore implements OtpStore {

    private final OwnTransaction transaction;

    public JpaOtpStore(OwnTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public <T> T locked(FactorKey key, Function<LockedFactor, T> work) {
        FactorId id = FactorId.of(key);
        return tryLocked(id, work)
                .or(() -> {
                    createRow(id);
                    return tryLocked(id, work);
                })
                .orElseThrow(() -> new IllegalStateException("the factor's row went away while it was being locked"));
    }

    private <T> Optional<T> tryLocked(FactorId id, Function<LockedFactor, T> work) {
        return transaction.call(
                entities -> Optional.ofNullable(entities.find(FactorEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                        .map(row -> work.apply(new LockedRow(entities, row))));
    }

    /** Another thread may be first: then its row is as good, which the next look shows. */
    private void createRow(FactorId id) {
        try {
            transaction.call(entities -> {
                entities.persist(new FactorEntity(id));
                entities.flush();
                return id;
            });
        } catch (RuntimeException e) {
            boolean exists = transaction.call(entities -> entities.find(FactorEntity.class, id) != null);
            if (!exists) {
                throw e;
            }
        }
    }

    @Override
    public Map<String, Instant> lastUses(String realmId, String userId) {
        return transaction.call(entities -> entities.createQuery(
                        "select f.id.factorId, f.lastUsedAt from FactorEntity f"
                                + " where f.id.realmId = :realm and f.id.userId = :user and f.lastUsedAt > 0",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Instant.ofEpochMilli((Long) row[1]))));
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return transaction.call(entities -> {
            List<String> challenges = entities.createQuery(
                            "select c.id from ChallengeEntity c where c.expiresAt < :before order by c.expiresAt",
                            String.class)
                    .setParameter("before", endedBefore.toEpochMilli())
                    .setMaxResults(limit)
                    .getResultList();
            List<FactorId> factors = entities.createQuery(
                            "select f.id from FactorEntity f where f.failures = 0 and f.lastUsedAt = 0 and f.sendsSince < :before",
                            FactorId.class)
                    .setParameter("before", endedBefore.toEpochMilli())
                    .setMaxResults(limit)
                    .getResultList();
            int removed = 0;
            if (!challenges.isEmpty()) {
                removed += entities.createQuery("delete from ChallengeEntity c where c.id in :ids")
                        .setParameter("ids", challenges)
                        .executeUpdate();
            }
            for (FactorId factor : factors) {
                removed += entities.createQuery(
                                "delete from FactorEntity f where f.id = :id and f.failures = 0 and f.lastUsedAt = 0 and f.sendsSince < :before")
                        .setParameter("id", factor)
                        .setParameter("before", endedBefore.toEpochMilli())
                        .executeUpdate();
            }
            return removed;
        });
    }

    @Override
    public void forget(String realmId, Optional<String> userId) {
        transaction.call(entities -> delete(entities, "ChallengeEntity e where e.factor", realmId, userId)
                + delete(entities, "FactorEntity e where e.id", realmId, userId));
    }

    private static int delete(EntityManager entities, String owned, String realmId, Optional<String> userId) {
        String all = "delete from " + owned + ".realmId = :realm";
        return userId.map(user -> entities.createQuery(all
                                + owned.substring(owned.indexOf(" where")).replace("where", "and") + ".userId = :user")
                        .setParameter("user", user))
                .orElseGet(() -> entities.createQuery(all))
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private record LockedRow(EntityManager entities, FactorEntity row) implements LockedFactor {

        @Override
        public FactorLedger ledger() {
            return row.ledger();
        }

        @Override
        public void record(FactorLedger ledger) {
            row.record(ledger);
        }

        @Override
        public Optional<OtpChallenge> challenge(ChallengeSlot slot) {
            return entity(slot).map(ChallengeEntity::read);
        }

        @Override
        public void save(OtpChallenge challenge) {
            Optional<ChallengeEntity> inSlot = entity(challenge.slot());
            if (inSlot.filter(entity -> entity.id().equals(challenge.id())).isPresent()) {
                inSlot.get().write(challenge);
                return;
            }
            inSlot.ifPresent(other -> {
                entities.remove(other);
                entities.flush();
            });
            entities.persist(new ChallengeEntity(challenge));
        }

        @Override
        public void remove(OtpChallenge challenge) {
            entity(challenge.slot()).ifPresent(entities::remove);
        }

        private Optional<ChallengeEntity> entity(ChallengeSlot slot) {
            return entities.createQuery(
                            "select c from ChallengeEntity c where c.factor = :factor and c.purpose = :purpose"
                                    + " and c.sessionId = :session and c.executionId = :execution",
                            ChallengeEntity.class)
                    .setParameter("factor", FactorId.of(slot.factor()))
                    .setParameter("purpose", slot.purpose())
                    .setParameter("session", slot.sessionId())
                    .setParameter("execution", slot.executionId())
                    .getResultStream()
                    .findFirst();
        }
    }
}
