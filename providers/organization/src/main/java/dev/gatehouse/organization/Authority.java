package dev.gatehouse.organization;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one caller may do in one organization.
 *
 * <p>Nobody grants what they do not hold, nor changes or removes somebody who holds more.
 */
public final class Authority {

    private final RealmStanding standing;
    private final boolean belongs;
    private final List<OrganizationRole> roles;

    private Authority(RealmStanding standing, boolean belongs, Collection<OrganizationRole> roles) {
        this.standing = standing;
        this.belongs = belongs;
        this.roles = List.copyOf(roles);
    }

    /** Somebody who is no member. */
    public static Authority outsider(RealmStanding standing) {
        return new Authority(standing, false, List.of());
    }

    /** A member with these roles; who has none holds {@link OrganizationRole#MEMBER}. */
    public static Authority member(RealmStanding standing, Collection<OrganizationRole> roles) {
        return new Authority(standing, true, effective(roles));
    }

    /** The roles that count for a member who was given these. */
    public static Collection<OrganizationRole> effective(Collection<OrganizationRole> given) {
        return given.isEmpty() ? List.of(OrganizationRole.MEMBER) : given;
    }

    /** The answer to a request that needs this permission. */
    public Access access(Permission permission) {
        if (holds(permission)) {
            return Access.ALLOWED;
        }
        return belongs || standing != RealmStanding.NONE ? Access.FORBIDDEN : Access.HIDDEN;
    }

    public boolean holds(Permission permission) {
        return standing == RealmStanding.MANAGES
                || (standing == RealmStanding.VIEWS && permission.isRead())
                || roles.stream().anyMatch(role -> role.allows(permission));
    }

    /** Whether this caller may give (or take) the role: all that it carries is held, and owners are made by owners. */
    public boolean mayGrant(OrganizationRole role) {
        if (standing == RealmStanding.MANAGES) {
            return true;
        }
        if (role.isOwner()) {
            return roles.stream().anyMatch(OrganizationRole::isOwner);
        }
        return role.permissions().stream().allMatch(this::holdsByRole)
                && role.conditional().stream().allMatch(this::holdsByRole);
    }

    /** Whether this caller may change or remove a member who holds these roles. */
    public boolean mayChange(Collection<OrganizationRole> held) {
        return effective(held).stream().allMatch(this::mayGrant);
    }

    public RealmStanding standing() {
        return standing;
    }

    /** The caller's own roles, none for an outsider. */
    public List<OrganizationRole> roles() {
        return roles;
    }

    /** All that the caller's roles list, each once. */
    public SortedSet<Permission> permissions() {
        SortedSet<Permission> permissions = new TreeSet<>();
        roles.forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    private boolean holdsByRole(Permission permission) {
        return roles.stream().anyMatch(role -> role.allows(permission));
    }

    /** A condition may be given on by whoever has the permission without it, or on the very same one. */
    private boolean holdsByRole(ConditionalPermission conditional) {
        return holdsByRole(conditional.permission())
                || roles.stream().anyMatch(role -> role.conditional().contains(conditional));
    }
}
