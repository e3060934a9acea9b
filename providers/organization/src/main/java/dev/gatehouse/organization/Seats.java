package dev.gatehouse.organization;

/** How many people an organization may hold. An invitation that waits keeps a seat free for whoever accepts it. */
public interface Seats {

    /**
     * Whether the organization has room for one more promise. Asked in the transaction that stores the invitation, right
     * before it is stored, while that organization's invitations are made by nobody else.
     */
    boolean haveRoom(String organizationId);

    /** Whether they are for people with this address, where the organization restricts itself to its domains. */
    boolean areFor(String organizationId, EmailAddress address);
}
