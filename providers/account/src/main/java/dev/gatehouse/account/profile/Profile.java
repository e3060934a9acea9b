package dev.gatehouse.account.profile;

import dev.gatehouse.mfa.HeldFactors;
import dev.gatehouse.organization.Affiliation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as far as the realm's user profile lets the reader see it.
 *
 * @param attributes those that have no field of their own
 * @param organizations the first {@value #MOST_ORGANIZATIONS}
 * @param lastLoginAt unknown for who has not logged in since activity is kept
 */
public record Profile(
        String id,
        Map<ProfileField, String> fields,
        boolean emailVerified,
        Map<String, List<String>> attributes,
        HeldFactors factors,
        List<Affiliation> organizations,
        long organizationsCount,
        @Nullable Instant createdAt,
        @Nullable Instant lastLoginAt) {

    public static final int MOST_ORGANIZATIONS = 20;

    public Profile {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        organizations = List.copyOf(organizations);
    }

    public @Nullable String field(ProfileField field) {
        return fields.get(field);
    }
}
