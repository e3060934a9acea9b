package dev.gatehouse.account;

/** What a login waits for; a ticket given for one is worthless for the other. */
public enum TicketPurpose {
    /** A second factor: the {@code mfa_token}. */
    SECOND_FACTOR,
    /** Something that the account has to do first: the {@code action_token}. */
    REQUIRED_ACTION
}
