package dev.gatehouse.organization;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Who can be made a member without being asked: whoever a realm administrator names, and people of a domain that the
 * organization proved to be its own. Everybody else is invited, so that nobody can be pulled into an organization, nor
 * found out by trying.
 */
public final class ImmediateMembership {

    private ImmediateMembership() {}

    /**
     * Whether this user can be added at once.
     *
     * @param email the user's, which counts only when verified
     * @param verifiedDomains the organization's
     */
    public static boolean isAllowed(
            RealmStanding standing,
            @Nullable String email,
            boolean emailVerified,
            Collection<OrganizationDomain> verifiedDomains) {
        if (standing == RealmStanding.MANAGES) {
            return true;
        }
        return email != null && emailVerified && verifiedDomains.stream().anyMatch(domain -> domain.holds(email));
    }
}
