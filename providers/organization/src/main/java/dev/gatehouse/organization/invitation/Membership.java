package dev.gatehouse.organization.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accepted invitation came to. */
public record Membership(
        String organizationId,
        String alias,
        String name,
        List<String> roles,
        @Nullable Instant joinedAt) {

    public Membership {
        roles = List.copyOf(roles);
    }
}
