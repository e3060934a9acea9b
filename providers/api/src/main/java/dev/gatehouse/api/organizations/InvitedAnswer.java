package dev.gatehouse.api.organizations;

/** The one answer to every invitation, whatever is known of the address. */
record InvitedAnswer(String status) {
    static final InvitedAnswer SENT = new InvitedAnswer("invitation_sent");
}
