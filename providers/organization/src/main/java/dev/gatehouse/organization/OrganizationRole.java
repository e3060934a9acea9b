package dev.gatehouse.organization;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A role inside one organization and the permissions that it carries.
 *
 * <p>The three built-in roles mean the same in every organization. What they allow stands here, never in storage: who
 * edits the attributes of a built-in role's group in the admin console changes nothing.
 *
 * @param name unique in its organization
 * @param permissions what is listed for people and in tokens; what the role allows is {@link #allows}
 * @param conditional what the role allows on conditions, in decisions only
 */
public record OrganizationRole(
        String name, SortedSet<Permission> permissions, SortedSet<ConditionalPermission> conditional) {

    /** May do everything, an application's permissions included, and is the only role whose holders make owners. */
    public static final OrganizationRole OWNER = new OrganizationRole("owner", Permission.BUILT_IN);

    /** May do everything but delete the organization and make owners. */
    public static final OrganizationRole ADMIN = new OrganizationRole(
            "admin",
            Permission.BUILT_IN.stream()
                    .filter(permission -> !permission.equals(Permission.ORGANIZATION_DELETE))
                    .toList());

    /** What every member may do who holds no other role. */
    public static final OrganizationRole MEMBER =
            new OrganizationRole("member", List.of(Permission.ORGANIZATION_READ, Permission.MEMBERS_READ));

    public static final List<OrganizationRole> BUILT_IN = List.of(OWNER, ADMIN, MEMBER);

    public OrganizationRole {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        conditional = Collections.unmodifiableSortedSet(new TreeSet<>(conditional));
    }

    public OrganizationRole(String name, Collection<Permission> permissions) {
        this(name, new TreeSet<>(permissions), new TreeSet<>());
    }

    /** The built-in role of that name, if there is one. */
    public static Optional<OrganizationRole> builtIn(String name) {
        return BUILT_IN.stream().filter(role -> role.name.equals(name)).findFirst();
    }

    /**
     * The role as it counts: a built-in one for its name, whatever was stored for it; a custom one with what of the
     * stored permissions is well-formed.
     */
    public static OrganizationRole stored(String name, Collection<String> permissions) {
        return builtIn(name)
                .orElseGet(() -> new OrganizationRole(
                        name,
                        permissions.stream()
                                .flatMap(text -> Permission.of(text).stream())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        permissions.stream()
                                .flatMap(text -> ConditionalPermission.of(text).stream())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** All that it carries, each as it is written and kept. */
    public List<String> values() {
        return Stream.concat(
                        permissions.stream().map(Permission::value),
                        conditional.stream().map(ConditionalPermission::value))
                .toList();
    }

    public boolean isBuiltIn() {
        return builtIn(name).isPresent();
    }

    public boolean isOwner() {
        return name.equals(OWNER.name);
    }

    /** Whether a holder may do this. Owners and admins may also do what only applications know of. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission) || isOwner() || (name.equals(ADMIN.name) && !permission.isBuiltIn());
    }
}
