package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /organizations/{id}/users}: a user to add at once, or an address to invite. */
record AddRequest(
        @MaxLength(255) @Nullable String userId,
        @Nullable String email,
        @Nullable List<String> roles,
        @Nullable String message) {}
