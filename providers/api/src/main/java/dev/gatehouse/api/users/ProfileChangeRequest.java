package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.ProfileChange;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /auth/me} and of {@code PATCH /users/{id}}. */
record ProfileChangeRequest(
        @MaxLength(255) @Nullable String username,
        @MaxLength(254) @Nullable String email,
        @MaxLength(255) @Nullable String firstName,
        @MaxLength(255) @Nullable String lastName,
        @MaxLength(35) @Nullable String locale,
        @MaxLength(2_048) @Nullable Map<String, @Nullable List<String>> attributes) {

    Checked<ProfileChange> check(Set<String> sent) {
        Map<ProfileField, @Nullable String> values = new EnumMap<>(ProfileField.class);
        values.put(ProfileField.USERNAME, username);
        values.put(ProfileField.EMAIL, email);
        values.put(ProfileField.FIRST_NAME, firstName);
        values.put(ProfileField.LAST_NAME, lastName);
        values.put(ProfileField.LOCALE, locale);
        return ProfileChange.check(sent, values, attributes);
    }
}
