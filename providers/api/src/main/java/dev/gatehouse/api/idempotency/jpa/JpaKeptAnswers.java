package dev.gatehouse.api.idempotency.jpa;

import dev.gatehouse.api.idempotency.KeptAnswer;
import dev.gatehouse.api.idempotency.KeptAnswers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.List;

/** One row for each answer. Its primary key is what two requests with one key meet at. */
public record JpaKeptAnswers(EntityManager entityManager) implements KeptAnswers {
    /** What a persistence unit must take in. */
    public static final List<Class<?>> ENTITIES = List.of(KeptAnswerRow.class);

    public static final String CHANGELOG = "META-INF/gatehouse-api-changelog.xml";

    @Override
    public boolean take(String place, Instant now, Instant expired) {
        try {
            entityManager
                    .createQuery("delete from KeptAnswerRow k where k.id = :id and k.createdAt < :expired")
                    .setParameter("id", place)
                    .setParameter("expired", expired.toEpochMilli())
                    .executeUpdate();
            return entityManager
                            .createQuery("insert into KeptAnswerRow (id, createdAt) values (:id, :now)"
                                    + " on conflict do nothing")
                            .setParameter("id", place)
                            .setParameter("now", now.toEpochMilli())
                            .executeUpdate()
                    == 1;
        } catch (LockTimeoutException | PessimisticLockException waitedTooLong) {
            throw new Busy(waitedTooLong);
        }
    }

    @Override
    public KeptAnswer find(String place) {
        return entityManager
                .createQuery("select k from KeptAnswerRow k where k.id = :id", KeptAnswerRow.class)
                .setParameter("id", place)
                .getSingleResult()
                .answer();
    }

    @Override
    public void keep(String place, KeptAnswer answer) {
        entityManager
                .createQuery("update KeptAnswerRow k set k.fingerprint = :fingerprint, k.status = :status,"
                        + " k.location = :location, k.body = :body where k.id = :id")
                .setParameter("fingerprint", answer.fingerprint())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("body", answer.body())
                .setParameter("id", place)
                .executeUpdate();
    }

    @Override
    public void leave(String place) {
        entityManager
                .createQuery("delete from KeptAnswerRow k where k.id = :id")
                .setParameter("id", place)
                .executeUpdate();
    }

    /**
     * Removes answers from before then, the oldest first.
     *
     * @return how many, at most the limit
     */
    public int purge(Instant before, int limit) {
        List<String> old = entityManager
                .createQuery(
                        "select k.id from KeptAnswerRow k where k.createdAt < :before order by k.createdAt",
                        String.class)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
        return old.isEmpty()
                ? 0
                : entityManager
                        .createQuery("delete from KeptAnswerRow k where k.id in :ids")
                        .setParameter("ids", old)
                        .executeUpdate();
    }
}
