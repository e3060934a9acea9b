package dev.gatehouse.account.profile;

/** How a change of a profile, or the making of one, ended. */
public enum ProfileVerdict {
    DONE,
    /** The realm's user profile does not take a value, or does not let this caller write it. */
    UNFIT,
    /** Another account has the username or the address. */
    TAKEN,
    /** The realm's policy refuses the password. */
    WEAK_PASSWORD,
    /** The account is kept by a directory that does not let it be changed here. */
    READ_ONLY
}
