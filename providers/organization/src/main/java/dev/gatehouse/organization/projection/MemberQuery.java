package dev.gatehouse.organization.projection;

import org.jspecify.annotations.Nullable;

/**
 * Which members are wanted.
 *
 * @param start what a term of theirs starts with, as {@link SearchTerms#start} gives it; null for no search
 * @param role that they hold; null for any
 */
public record MemberQuery(@Nullable String start, @Nullable String role) {

    public static final MemberQuery ALL = new MemberQuery(null, null);

    /** Whether all members are wanted. */
    public boolean isAll() {
        return start == null && role == null;
    }
}
