package dev.gatehouse.organization.admission;

import dev.gatehouse.organization.policy.DomainPolicy;
import dev.gatehouse.organization.policy.SeatPolicy;

/**
 * The rule of who is let in. An invitation that waits keeps a seat free, so whoever accepts one needs a seat among the
 * members only; everybody else, and every new invitation, needs one that is not promised either.
 */
public enum Admission {
    ADMITTED,
    /** All seats are taken or promised. */
    FULL,
    /** The organization is for people of its verified domains. */
    OUTSIDE_DOMAINS;

    /**
     * Whether one more person may become a member.
     *
     * @param inDomain whether the person's verified address is in a verified domain of the organization
     * @param invited whether an invitation is used up by it
     * @param members without this person
     * @param promised invitations that wait, without those of this person
     */
    public static Admission toMembership(
            DomainPolicy domains, SeatPolicy seats, boolean inDomain, boolean invited, long members, long promised) {
        if (domains.restrictToDomains() && !inDomain) {
            return OUTSIDE_DOMAINS;
        }
        return hasRoom(seats, invited ? members : members + promised) ? ADMITTED : FULL;
    }

    /** Whether one more seat may be promised. */
    public static boolean mayPromise(SeatPolicy seats, long members, long promised) {
        return hasRoom(seats, members + promised);
    }

    private static boolean hasRoom(SeatPolicy seats, long occupied) {
        Integer limit = seats.limit();
        return limit == null || occupied < limit;
    }
}
