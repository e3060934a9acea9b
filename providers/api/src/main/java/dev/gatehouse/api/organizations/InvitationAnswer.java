package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.invitation.Invitation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invitation as clients see it. What opens it is only in the mail. */
record InvitationAnswer(
        String id,
        String email,
        List<String> roles,
        @Nullable String message,
        @Nullable String invitedBy,
        String status,
        Instant createdAt,
        Instant expiresAt) {
    static InvitationAnswer of(Invitation invitation) {
        return new InvitationAnswer(
                invitation.id(),
                invitation.email(),
                invitation.roles(),
                invitation.message(),
                invitation.inviterId(),
                invitation.state().name().toLowerCase(Locale.ROOT),
                invitation.createdAt(),
                invitation.expiresAt());
    }
}
