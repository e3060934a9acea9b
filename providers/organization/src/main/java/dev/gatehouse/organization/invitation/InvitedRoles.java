package dev.gatehouse.organization.invitation;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.OrganizationRole;
import java.util.Collection;
import java.util.List;

/**
 * The roles that come with an invitation, and who stands behind them.
 *
 * <p>They are judged twice: when somebody is invited, and when the invitation is accepted, which can be a week later. A
 * role that is gone by then, or that the inviter may not give any more, is left out; the membership itself stands, since
 * whoever manages invitations could have taken it back.
 *
 * @param vouched whether the realm's own administration stands behind them, which is not asked a second time
 */
public record InvitedRoles(Collection<String> names, boolean vouched) {

    public InvitedRoles {
        names = List.copyOf(names);
    }

    /**
     * What whoever accepts gets now.
     *
     * @param existing the organization's roles
     * @param inviter what the inviter may do there today
     */
    public List<OrganizationRole> given(Collection<OrganizationRole> existing, Authority inviter) {
        return existing.stream()
                .filter(role -> names.contains(role.name()))
                .filter(role -> vouched || inviter.mayGrant(role))
                .toList();
    }
}
