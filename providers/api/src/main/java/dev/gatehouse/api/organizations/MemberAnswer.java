package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as clients see one. */
record MemberAnswer(
        String id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        List<String> roles,
        @Nullable Instant joinedAt) {
    static MemberAnswer of(Member member) {
        return new MemberAnswer(
                member.id(),
                member.username(),
                member.email(),
                member.firstName(),
                member.lastName(),
                member.roles(),
                member.joinedAt());
    }
}
