package dev.gatehouse.organization.decision;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.ConditionalPermission;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a user may do: in the realm, in its clients, in the user's enabled organizations. Always in the same order.
 *
 * @param clientRoles by client id
 * @param organizations by id
 */
public record UserPermissions(
        String userId,
        SortedSet<String> realmRoles,
        SortedMap<String, SortedSet<String>> clientRoles,
        List<InOrganization> organizations) {

    public UserPermissions(
            String userId,
            Collection<String> realmRoles,
            Map<String, ? extends SortedSet<String>> clientRoles,
            List<InOrganization> organizations) {
        this(userId, new TreeSet<>(realmRoles), new TreeMap<>(clientRoles), List.copyOf(organizations));
    }

    /**
     * What the user may do in one organization.
     *
     * @param permissions those that hold whatever the circumstances are
     * @param conditional those that do not, each with its condition
     */
    public record InOrganization(
            String id,
            String alias,
            SortedSet<String> roles,
            SortedSet<Permission> permissions,
            SortedSet<ConditionalPermission> conditional) {

        /** @param given the roles that the user was given */
        public static InOrganization of(String id, String alias, Collection<OrganizationRole> given) {
            InOrganization all = new InOrganization(id, alias, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            for (OrganizationRole role : Authority.effective(given)) {
                all.roles.add(role.name());
                all.permissions.addAll(role.permissions());
                all.conditional.addAll(role.conditional());
            }
            all.conditional.removeIf(one -> all.permissions.contains(one.permission()));
            return all;
        }
    }
}
