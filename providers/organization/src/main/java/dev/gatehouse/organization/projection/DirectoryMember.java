package dev.gatehouse.organization.projection;

import dev.gatehouse.organization.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member on a page.
 *
 * @param standing null for a reader who may not manage members
 */
public record DirectoryMember(Member member, @Nullable Standing standing) {

    /**
     * What only those see who manage members.
     *
     * @param lastLoginAt into this organization; null where there was none since Gatehouse was turned on
     */
    public record Standing(@Nullable Instant lastLoginAt, boolean secondFactor) {}
}
