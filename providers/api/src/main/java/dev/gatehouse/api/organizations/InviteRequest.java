package dev.gatehouse.api.organizations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /organizations/{id}/invitations}: one invitation, or several. */
record InviteRequest(
        @Nullable String email,
        @Nullable List<String> roles,
        @Nullable String message,
        @Nullable List<Entry> invitations) {

    /** One of several; what is wrong with it is told in its own answer. */
    record Entry(
            @Nullable String email,
            @Nullable List<String> roles,
            @Nullable String message) {}
}
