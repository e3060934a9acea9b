package dev.gatehouse.organization.role;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Verdict;
import java.util.Collection;

/** Who may make, change and remove which role: nobody grants what they do not hold, and the built-in ones are fixed. */
public final class RoleRules {

    /** The most roles of its own that an organization has. */
    public static final int MAXIMUM_ROLES = 100;

    private RoleRules() {}

    /** @param existing all roles of the organization */
    public static Verdict create(Authority authority, OrganizationRole wanted, Collection<OrganizationRole> existing) {
        if (existing.stream().anyMatch(role -> role.name().equalsIgnoreCase(wanted.name()))) {
            return Verdict.ROLE_EXISTS;
        }
        if (!authority.mayGrant(wanted)) {
            return Verdict.ROLE_NOT_HELD;
        }
        return existing.stream().filter(role -> !role.isBuiltIn()).count() < MAXIMUM_ROLES
                ? Verdict.DONE
                : Verdict.TOO_MANY_ROLES;
    }

    public static Verdict change(Authority authority, OrganizationRole before, OrganizationRole after) {
        Verdict verdict = delete(authority, before);
        return verdict == Verdict.DONE && !authority.mayGrant(after) ? Verdict.ROLE_NOT_HELD : verdict;
    }

    public static Verdict delete(Authority authority, OrganizationRole role) {
        if (role.isBuiltIn()) {
            return Verdict.BUILT_IN_ROLE;
        }
        return authority.mayGrant(role) ? Verdict.DONE : Verdict.ROLE_ALLOWS_MORE;
    }
}
