package dev.gatehouse.organization.invitation;

import java.time.Instant;

/** Where an invitation stands. One that was accepted or taken back is no more. */
public enum InvitationState {
    PENDING,
    EXPIRED;

    public static InvitationState at(Instant now, Instant expiresAt) {
        return now.isBefore(expiresAt) ? PENDING : EXPIRED;
    }
}
