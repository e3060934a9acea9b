package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.invitation.Invitation;
import dev.gatehouse.organization.invitation.InvitationState;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import java.time.Instant;
import java.util.List;

/** Rows as people see them. */
final class Views {

    private Views() {}

    static Invitation invitation(InvitationRow row, List<String> roles, Instant now) {
        Instant end = Instant.ofEpochSecond(row.expiresAt());
        return new Invitation(
                row.id(),
                row.email(),
                roles,
                row.message(),
                row.inviterId(),
                InvitationState.at(now, end),
                Instant.ofEpochSecond(row.createdAt()),
                end);
    }
}
