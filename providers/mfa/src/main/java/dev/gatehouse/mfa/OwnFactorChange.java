package dev.gatehouse.mfa;

/** What became of the wish to change or remove a factor. */
public enum OwnFactorChange {
    DONE,
    /** The user has no such factor. */
    UNKNOWN_METHOD,
    /** Another factor of the kind has the label. */
    TAKEN,
    /** Something asks the user's logins for it, and there is no other that would do. */
    NEEDED
}
