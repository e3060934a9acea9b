package dev.gatehouse.organization;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@code organization} claim: for each organization its id, and the user's roles and permissions in it.
 *
 * <p>A user of more than {@value #MAXIMUM_ORGANIZATIONS} organizations who asks for all of them gets none, so that no
 * token outgrows an HTTP header; a service then asks for the permissions of one.
 */
public final class TokenClaim {

    public static final int MAXIMUM_ORGANIZATIONS = 20;

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
        claim.put("roles", List.copyOf(names));
        claim.put("permissions", List.copyOf(permissions));
        return claim;
    }
}
