package dev.gatehouse.api.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gatehouse.organization.projection.DirectoryMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member in a list.
 *
 * @param standing left out for readers who may not manage members
 */
record ListedMemberAnswer(
        @JsonUnwrapped MemberAnswer member,

        @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Standing standing) {

    record Standing(@Nullable Instant lastLoginAt, boolean mfaEnabled) {}

    static ListedMemberAnswer of(DirectoryMember listed) {
        DirectoryMember.Standing standing = listed.standing();
        return new ListedMemberAnswer(
                MemberAnswer.of(listed.member()),
                standing == null ? null : new Standing(standing.lastLoginAt(), standing.secondFactor()));
    }
}
