package dev.gatehouse.account;

/** What a login waits for; a ticket given for one is worthless for another. */
public enum TicketPurpose {
    /** A second factor: the {@code mfa_token}. */
    SECOND_FACTOR,
    /** Setting up a second factor; worth nothing for showing one. */
    ENROLMENT,
    /** Something that the account has to do first: the {@code action_token}. */
    REQUIRED_ACTION
}
