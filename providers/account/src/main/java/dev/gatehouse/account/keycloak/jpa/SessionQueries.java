package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.account.session.SessionPosition;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the user sessions that Keycloak stores: one statement for a page, however many sessions there are. */
public final class SessionQueries {
    private final EntityManager entityManager;

    private SessionQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static SessionQueries of(EntityManager entityManager) {
        return new SessionQueries(entityManager);
    }

    /** The sessions behind a position, the newest first, offline ones left out. */
    public List<StoredSession> page(String realmId, String userId, SessionPosition after, int maximum) {
        return entityManager
                .createQuery(
                        "select new dev.gatehouse.account.keycloak.jpa.StoredSession("
                                + "s.userSessionId, s.createdOn, s.lastSessionRefresh, s.data, s.rememberMe)"
                                + " from PersistentUserSessionEntity s"
                                + " where s.userId = :user and s.realmId = :realm and s.offline = '0'"
                                + " and (s.createdOn < :started"
                                + " or (s.createdOn = :started and s.userSessionId > :id))"
                                + " order by s.createdOn desc, s.userSessionId",
                        StoredSession.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setParameter("started", (int) after.startedAt())
                .setParameter("id", after.id())
                .setMaxResults(maximum)
                .getResultList();
    }

    /** The ids, as Keycloak has them inside, of the clients of each of these sessions. */
    public Map<String, List<String>> clients(List<String> sessionIds) {
        return sessionIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select c.userSessionId, c.clientId from PersistentClientSessionEntity c"
                                        + " where c.offline = '0' and c.userSessionId in :sessions",
                                Object[].class)
                        .setParameter("sessions", sessionIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }
}
