package dev.gatehouse.organization.invitation;

import dev.gatehouse.organization.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What whoever opens an invitation's link is shown. Opening it accepts nothing: mail programs open links by themselves. */
public enum Reception {
    /** Used, taken back, replaced by a newer mail, or never one. */
    GONE,
    EXPIRED,
    /** Nobody is logged in, and the address has an account. */
    LOG_IN,
    /** Nobody is logged in, and the address has no account yet. */
    REGISTER,
    /** Somebody else is logged in. */
    OTHER_ACCOUNT,
    /** The account has the address, but nobody ever showed that they read mail there. */
    UNVERIFIED,
    ALREADY_MEMBER,
    /** All is well: accept, or not now. */
    CONFIRM;

    /**
     * Decides it.
     *
     * @param invited the address of the invitation
     * @param state whether it can still be accepted
     * @param visitor whoever is logged in
     * @param hasAccount whether the invited address has an account
     */
    public static Reception of(String invited, InvitationState state, @Nullable Visitor visitor, boolean hasAccount) {
        if (state == InvitationState.EXPIRED) {
            return EXPIRED;
        }
        if (visitor == null) {
            return hasAccount ? LOG_IN : REGISTER;
        }
        if (!EmailAddress.areSame(invited, visitor.email())) {
            return OTHER_ACCOUNT;
        }
        if (visitor.member()) {
            return ALREADY_MEMBER;
        }
        return visitor.verified() ? CONFIRM : UNVERIFIED;
    }

    /**
     * Somebody with a login session.
     *
     * @param verified whether the address is
     * @param member whether they belong to the organization already
     */
    public record Visitor(@Nullable String email, boolean verified, boolean member) {}
}
