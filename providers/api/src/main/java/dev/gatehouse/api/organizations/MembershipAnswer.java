package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.invitation.Membership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accepted invitation came to. */
record MembershipAnswer(
        String organizationId,
        String alias,
        String name,
        List<String> roles,
        @Nullable Instant joinedAt) {
    static MembershipAnswer of(Membership membership) {
        return new MembershipAnswer(
                membership.organizationId(),
                membership.alias(),
                membership.name(),
                membership.roles(),
                membership.joinedAt());
    }
}
