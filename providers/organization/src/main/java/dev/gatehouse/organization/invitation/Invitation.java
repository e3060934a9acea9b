package dev.gatehouse.organization.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the organization's people see it.
 *
 * @param message the inviter's words
 * @param inviterId nobody where it was made in the admin console
 */
public record Invitation(
        String id,
        String email,
        List<String> roles,
        @Nullable String message,
        @Nullable String inviterId,
        InvitationState state,
        Instant createdAt,
        Instant expiresAt) {

    public Invitation {
        roles = List.copyOf(roles);
    }
}
