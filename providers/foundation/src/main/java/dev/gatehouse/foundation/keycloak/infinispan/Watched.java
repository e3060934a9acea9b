package dev.gatehouse.foundation.keycloak.infinispan;

import java.util.Set;

/**
 * The ids of what an answer rests on: the answer is as good as it was until one of them is changed.
 *
 * @param users of Keycloak's cache of users
 * @param others of Keycloak's cache of realms: organizations, groups, clients, realms themselves
 */
public record Watched(Set<String> users, Set<String> others) {
    public Watched {
        users = Set.copyOf(users);
        others = Set.copyOf(others);
    }
}
