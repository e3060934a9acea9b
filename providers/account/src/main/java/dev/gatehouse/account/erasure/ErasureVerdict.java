package dev.gatehouse.account.erasure;

/** What became of the wish to be forgotten. */
public enum ErasureVerdict {
    ACCEPTED,
    /** An organization would be left without an owner. */
    LAST_OWNER
}
