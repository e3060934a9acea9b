package dev.gatehouse.organization;

import java.util.Collection;

/** The rule that an organization which has owners keeps one. */
public final class Ownership {

    private Ownership() {}

    /**
     * Whether a member's roles may become these.
     *
     * @param otherOwners how many owners there are beside this member; more than one need not be counted
     */
    public static boolean survives(
            Collection<OrganizationRole> before, Collection<OrganizationRole> after, long otherOwners) {
        boolean wasOwner = before.stream().anyMatch(OrganizationRole::isOwner);
        boolean staysOwner = after.stream().anyMatch(OrganizationRole::isOwner);
        return !wasOwner || staysOwner || otherOwners > 0;
    }
}
