package dev.gatehouse.organization;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@code organization} claim: for each organization its id, and the user's roles and permissions in it.
 *
 * <p>A user of more than {@value #MAXIMUM_ORGANIZATIONS} organizations who asks for all of them gets none, so that no
 * token outgrows an HTTP header; a service then asks for the permissions of one. For the same reason a claim that would be
 * too large leaves permissions out, and then roles: what is there is whole, and what is not there can be asked for.
 */
public final class TokenClaim {

    public static final int MAXIMUM_ORGANIZATIONS = 20;

    /**
     * Bytes of JSON that the claim may have. With what a token of Keycloak carries besides, its signature and their
     * encoding, no token passes 4 KiB.
     */
    static final int MAXIMUM_SIZE = 1_600;

    private static final String ROLES = "roles";
    private static final String PERMISSIONS = "permissions";

    private TokenClaim() {}

    /** The claim's value for one organization. */
    public static Map<String, Object> of(String id, Collection<OrganizationRole> given) {
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> permissions = new TreeSet<>();
        for (OrganizationRole role : Authority.effective(given)) {
            names.add(role.name());
            role.permissions().forEach(permission -> permissions.add(permission.value()));
        }
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", id);
        claim.put(ROLES, List.copyOf(names));
        claim.put(PERMISSIONS, List.copyOf(permissions));
        return claim;
    }

    /**
     * The whole claim, of a size that a token can carry.
     *
     * @param claims by alias, each made by {@link #of}
     * @return empty if not even the names of the organizations fit
     */
    public static Map<String, Object> fitting(Map<String, Map<String, Object>> claims) {
        for (Set<String> left : List.of(Set.<String>of(), Set.of(PERMISSIONS), Set.of(PERMISSIONS, ROLES))) {
            Map<String, Object> claim = new LinkedHashMap<>();
            claims.forEach((alias, one) -> {
                Map<String, Object> without = new LinkedHashMap<>(one);
                without.keySet().removeAll(left);
                claim.put(alias, without);
            });
            if (size(claim) <= MAXIMUM_SIZE) {
                return claim;
            }
        }
        return Map.of();
    }

    /** Bytes as JSON; nothing in it needs escaping, or very little. */
    private static int size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 2
                    + map.entrySet().stream()
                            .mapToInt(entry -> size(entry.getKey()) + 1 + size(entry.getValue()) + 1)
                            .sum();
        }
        if (value instanceof Collection<?> list) {
            return 2 + list.stream().mapToInt(element -> size(element) + 1).sum();
        }
        return value.toString().getBytes(StandardCharsets.UTF_8).length + 2;
    }
}
