package dev.gatehouse.events.jpa;

import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.events.ActivityPosition;
import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.Outcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads along the indexes on user or organization, time and id; works in the transaction of this entity manager. */
public record JpaActivityStore(EntityManager entityManager) implements ActivityStore {

    @Override
    public void add(ActivityEntry entry) {
        entityManager.persist(new ActivityEntity(entry));
    }

    @Override
    public List<ActivityEntry> ofUser(
            String realmId, String userId, ActivityFilter filter, @Nullable ActivityPosition after, int limit) {
        return page("a.userId = :owner", realmId, userId, filter, after, limit);
    }

    @Override
    public List<ActivityEntry> ofOrganization(
            String realmId, String organizationId, ActivityFilter filter, @Nullable ActivityPosition after, int limit) {
        return page("a.organizationId = :owner", realmId, organizationId, filter, after, limit);
    }

    @Override
    public Optional<Instant> last(String realmId, String userId, String type, Outcome outcome) {
        return entityManager
                .createQuery(
                        "select a.occurredAt from ActivityEntity a where a.realmId = :realm and a.userId = :user"
                                + " and a.type = :type and a.outcome = :outcome order by a.occurredAt desc, a.id desc",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("type", type)
                .setParameter("outcome", outcome)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public int forget(String realmId, String userId, int limit) {
        List<String> ids = entityManager
                .createQuery(
                        "select a.id from ActivityEntity a where a.realmId = :realm and a.userId = :user"
                                + " order by a.occurredAt, a.id",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setMaxResults(limit)
                .getResultList();
        if (ids.isEmpty()) {
            return 0;
        }
        entityManager
                .createQuery("update ActivityEntity a set a.userId = null, a.ipAddress = null"
                        + " where a.id in :ids and a.organizationId is not null")
                .setParameter("ids", ids)
                .executeUpdate();
        entityManager
                .createQuery("delete from ActivityEntity a where a.id in :ids and a.organizationId is null")
                .setParameter("ids", ids)
                .executeUpdate();
        return ids.size();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<String> ids = entityManager
                .createQuery(
                        "select a.id from ActivityEntity a where a.occurredAt < :before order by a.occurredAt",
                        String.class)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entityManager
                        .createQuery("delete from ActivityEntity a where a.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private List<ActivityEntry> page(
            String owned,
            String realmId,
            String owner,
            ActivityFilter filter,
            @Nullable ActivityPosition after,
            int limit) {
        StringBuilder jpql =
                new StringBuilder("select a from ActivityEntity a where a.realmId = :realm and ").append(owned);
        Map<String, Object> values = new HashMap<>(Map.of("realm", realmId, "owner", owner));
        if (!filter.types().isEmpty()) {
            jpql.append(" and a.type in :types");
            values.put("types", filter.types());
        }
        if (filter.from() != null) {
            jpql.append(" and a.occurredAt >= :from");
            values.put("from", filter.from().toEpochMilli());
        }
        if (filter.to() != null) {
            jpql.append(" and a.occurredAt < :to");
            values.put("to", filter.to().toEpochMilli());
        }
        if (after != null) {
            // The first condition alone bounds the walk along the index.
            jpql.append(" and a.occurredAt <= :time and (a.occurredAt < :time or a.id < :id)");
            values.put("time", after.time().toEpochMilli());
            values.put("id", after.id());
        }
        jpql.append(" order by a.occurredAt desc, a.id desc");
        TypedQuery<ActivityEntity> query = entityManager.createQuery(jpql.toString(), ActivityEntity.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(ActivityEntity::entry)
                .toList();
    }
}
