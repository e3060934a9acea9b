package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.NewUser;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /users/profile}. */
record NewUserRequest(
        @MaxLength(254) String email,
        @MaxLength(255) @Nullable String username,
        @MaxLength(255) @Nullable String firstName,
        @MaxLength(255) @Nullable String lastName,
        @MaxLength(32) @Nullable String phoneNumber,
        @MaxLength(35) @Nullable String locale,
        @MaxLength(2_048) @Nullable Map<String, List<String>> attributes,
        @MaxLength(255) @Nullable String organizationId,
        @MaxLength(255) @Nullable List<String> roles,
        @MaxLength(1_024) @Nullable String temporaryPassword,
        @Nullable Boolean sendInvitation) {

    Checked<NewUser> check() {
        Map<ProfileField, @Nullable String> fields = new EnumMap<>(ProfileField.class);
        fields.put(ProfileField.FIRST_NAME, firstName);
        fields.put(ProfileField.LAST_NAME, lastName);
        fields.put(ProfileField.LOCALE, locale);
        return NewUser.check(new NewUser.Wish(
                email,
                username,
                fields,
                phoneNumber,
                attributes,
                organizationId,
                roles,
                temporaryPassword,
                sendInvitation));
    }

    @Override
    public String toString() {
        return "a new user";
    }
}
