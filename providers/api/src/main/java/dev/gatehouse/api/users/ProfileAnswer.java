package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.Profile;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.organization.Affiliation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A person as they and administrators see them. */
record ProfileAnswer(
        String id,
        @Nullable String username,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        Map<String, List<String>> attributes,
        FactorsAnswer mfa,
        List<Affiliation> organizations,
        long organizationsCount,
        @Nullable Instant createdAt,
        @Nullable Instant lastLoginAt) {

    static ProfileAnswer of(Profile profile) {
        return new ProfileAnswer(
                profile.id(),
                profile.field(ProfileField.USERNAME),
                profile.field(ProfileField.EMAIL),
                profile.emailVerified(),
                profile.field(ProfileField.FIRST_NAME),
                profile.field(ProfileField.LAST_NAME),
                profile.field(ProfileField.LOCALE),
                new TreeMap<>(profile.attributes()),
                FactorsAnswer.of(profile.factors()),
                profile.organizations(),
                profile.organizationsCount(),
                profile.createdAt(),
                profile.lastLoginAt());
    }
}
