package dev.gatehouse.api.auth;

import dev.gatehouse.account.ProfileChange;
import dev.gatehouse.api.json.MaxItems;
import dev.gatehouse.api.json.MaxLength;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/actions/update_profile}. */
record UpdateProfileRequest(
        @MaxLength(255) String actionToken,
        @Nullable @MaxLength(254) String email,
        @Nullable @MaxLength(255) String username,
        @Nullable @MaxLength(255) String firstName,
        @Nullable @MaxLength(255) String lastName,
        @Nullable @MaxLength(35) String locale,
        @Nullable @MaxLength(2048) @MaxItems(50) Map<String, List<String>> attributes) {
    ProfileChange change() {
        return new ProfileChange(
                email, username, firstName, lastName, locale, Objects.requireNonNullElse(attributes, Map.of()));
    }
}
