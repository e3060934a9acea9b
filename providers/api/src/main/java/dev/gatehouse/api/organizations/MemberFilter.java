package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.projection.MemberQuery;
import dev.gatehouse.organization.projection.SearchTerms;
import org.jspecify.annotations.Nullable;

/**
 * Which members a client asks for.
 *
 * @param text the same for the same filter, to bind a cursor to it
 */
record MemberFilter(MemberQuery query, String text) {
    private static final int MAXIMUM_SEARCH = 100;
    private static final int MAXIMUM_ROLE = 255;

    /** The filter, or {@code invalid-request} thrown. */
    static MemberFilter read(@Nullable String search, @Nullable String role) {
        if (search == null && role == null) {
            return new MemberFilter(MemberQuery.ALL, "");
        }
        if (role != null && (role.isBlank() || role.length() > MAXIMUM_ROLE || role.indexOf(0) >= 0)) {
            throw Requests.invalid("The role has to be the name of one.");
        }
        String start = search == null ? null : start(search);
        return new MemberFilter(new MemberQuery(start, role), " by " + start + " as " + role);
    }

    private static String start(String search) {
        if (search.length() > MAXIMUM_SEARCH) {
            throw tooShortOrLong();
        }
        return SearchTerms.start(search).orElseThrow(MemberFilter::tooShortOrLong);
    }

    private static RuntimeException tooShortOrLong() {
        return Requests.invalid("The search has to have 1 to " + MAXIMUM_SEARCH + " characters, not only spaces.");
    }
}
