package dev.gatehouse.account.link;

/** What a link is good for; a token given for one is worthless for another. */
public enum LinkPurpose {
    /** Proves the address of a user who exists. */
    VERIFY_ADDRESS,
    /** Sets a new password. */
    RESET_PASSWORD
}
