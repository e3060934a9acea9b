package dev.gatehouse.mfa;

/** What a code proves. Part of the digest: renaming a value ends all codes under way. */
public enum CodePurpose {
    /** The second step of a login. */
    LOGIN,
    /** Possession of an address that is about to become a factor. */
    ENROLMENT
}
