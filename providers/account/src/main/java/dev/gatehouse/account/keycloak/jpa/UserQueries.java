package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.account.erasure.ErasureQueue;
import dev.gatehouse.account.jpa.JpaErasureQueue;
import dev.gatehouse.account.jpa.JpaPreferenceStore;
import dev.gatehouse.account.preference.PreferenceStore;
import dev.gatehouse.account.profile.ListedUser;
import dev.gatehouse.foundation.page.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Reads users along the index on their names. A search looks at so many of them at most, and goes on from there with the
 * next page: what is searched for has no index in Keycloak's tables, and a request must not read them all.
 */
public final class UserQueries {
    /** How many users one page of a search looks at. */
    public static final int WINDOW = 10_000;

    private static final String PEOPLE =
            " from UserEntity u where u.realmId = :realm and u.serviceAccountClientLink is null and u.username > :after";
    private static final String MATCHES = " and u.username <= :edge and (lower(u.username) like :start escape '!'"
            + " or lower(u.email) like :start escape '!' or lower(u.firstName) like :start escape '!'"
            + " or lower(u.lastName) like :start escape '!')";

    private final EntityManager entityManager;

    UserQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static UserQueries of(KeycloakSession session) {
        return new UserQueries(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** In the transaction of these queries. */
    public PreferenceStore preferences() {
        return new JpaPreferenceStore(entityManager);
    }

    /** In the transaction of these queries. */
    public ErasureQueue erasures() {
        return new JpaErasureQueue(entityManager);
    }

    /**
     * The people of a realm by username; those only that start so, where somebody is searched for. One statement, two for
     * a search; the page of a search may hold few, even none, and still lead to a next one.
     *
     * @param after the key of the page before, empty for the first
     */
    public Page<ListedUser> page(String realmId, @Nullable String search, String after, int limit) {
        return search == null ? all(realmId, after, limit) : matching(realmId, search, after, limit);
    }

    /** The language of a local user, as it was last committed, past Keycloak's cache. */
    public Optional<String> locale(String userId) {
        return entityManager
                .createQuery(
                        "select a.value from UserAttributeEntity a where a.user.id = :user and a.name = 'locale'",
                        String.class)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many sessions of the user are kept that are not older than this. */
    public long sessions(String realmId, String userId, Instant oldestRefresh, Instant oldestStart) {
        return entityManager
                .createQuery(
                        "select count(s) from PersistentUserSessionEntity s where s.realmId = :realm and s.userId = :user"
                                + " and s.offline = '0' and s.lastSessionRefresh >= :refresh and s.createdOn >= :start",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("refresh", (int) oldestRefresh.getEpochSecond())
                .setParameter("start", (int) oldestStart.getEpochSecond())
                .getSingleResult();
    }

    private Page<ListedUser> all(String realmId, String after, int limit) {
        return Page.of(list(people("", realmId, after), limit), limit, ListedUser::username);
    }

    private Page<ListedUser> matching(String realmId, String search, String after, int limit) {
        String edge = entityManager
                .createQuery("select u.username" + PEOPLE + " order by u.username", String.class)
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setFirstResult(WINDOW - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        String matches = edge == null ? MATCHES.replace(" and u.username <= :edge", "") : MATCHES;
        TypedQuery<Object[]> query =
                people(matches, realmId, after).setParameter("start", escaped(search.strip()) + "%");
        if (edge != null) {
            query.setParameter("edge", edge);
        }
        Page<ListedUser> page = Page.of(list(query, limit), limit, ListedUser::username);
        return page.nextKey() == null ? new Page<>(page.items(), edge) : page;
    }

    private TypedQuery<Object[]> people(String filter, String realmId, String after) {
        return entityManager
                .createQuery(
                        "select u.id, u.username, u.email, u.emailVerified, u.firstName, u.lastName, u.enabled,"
                                + " u.createdTimestamp" + PEOPLE + filter + " order by u.username",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("after", after);
    }

    private static List<ListedUser> list(TypedQuery<Object[]> query, int limit) {
        return query.setMaxResults(limit + 1)
                .getResultStream()
                .map(UserQueries::user)
                .toList();
    }

    private static ListedUser user(@Nullable Object[] row) {
        return new ListedUser(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                (String) row[2],
                Boolean.TRUE.equals(row[3]),
                (String) row[4],
                (String) row[5],
                Boolean.TRUE.equals(row[6]),
                row[7] instanceof Long created ? Instant.ofEpochMilli(created) : null);
    }

    private static String escaped(String search) {
        return search.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
