package dev.gatehouse.foundation.keycloak.infinispan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own count of changes. It gives a new number to whatever it caches once a change of it is committed, before
 * the request that changed it is answered, and tells the other nodes. Numbers only grow, so an id that has the same
 * number as before was not changed in between.
 */
final class Revisions {
    private final @Nullable Cache<String, Long> users;
    private final @Nullable Cache<String, Long> others;

    private Revisions(@Nullable Cache<String, Long> users, @Nullable Cache<String, Long> others) {
        this.users = users;
        this.others = others;
    }

    static Revisions of(KeycloakSession session) {
        InfinispanConnectionProvider infinispan = session.getProvider(InfinispanConnectionProvider.class);
        return new Revisions(
                infinispan.getCache(InfinispanConnectionProvider.USER_REVISIONS_CACHE_NAME, false),
                infinispan.getCache(InfinispanConnectionProvider.REALM_REVISIONS_CACHE_NAME, false));
    }

    /** The numbers of all of these; nothing if Keycloak has none of one of them, and so would not tell of its change. */
    Optional<Stamp> stamp(Watched watched) {
        Map<String, Long> ofUsers = numbers(users, watched.users());
        Map<String, Long> ofOthers = numbers(others, watched.others());
        return ofUsers == null || ofOthers == null ? Optional.empty() : Optional.of(new Stamp(ofUsers, ofOthers));
    }

    /** Whether nothing of it was changed since. */
    boolean stillHas(Stamp stamp) {
        return same(users, stamp.users()) && same(others, stamp.others());
    }

    private static @Nullable Map<String, Long> numbers(@Nullable Cache<String, Long> revisions, Set<String> ids) {
        Map<String, Long> numbers = new HashMap<>();
        for (String id : ids) {
            Long number = revisions == null ? null : revisions.get(id);
            if (number == null) {
                return null;
            }
            numbers.put(id, number);
        }
        return numbers;
    }

    private static boolean same(@Nullable Cache<String, Long> revisions, Map<String, Long> numbers) {
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            if (revisions == null || !number.getValue().equals(revisions.get(number.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** The numbers that some ids had at one moment. */
    record Stamp(Map<String, Long> users, Map<String, Long> others) {}
}
