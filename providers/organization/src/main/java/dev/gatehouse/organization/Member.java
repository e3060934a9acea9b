package dev.gatehouse.organization;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user in an organization.
 *
 * @param joinedAt unknown for whoever was a member before Gatehouse was turned on in the realm
 */
public record Member(
        String id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        List<String> roles,
        @Nullable Instant joinedAt) {

    public Member {
        roles = List.copyOf(roles);
    }
}
