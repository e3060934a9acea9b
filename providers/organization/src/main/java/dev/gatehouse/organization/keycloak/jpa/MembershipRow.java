package dev.gatehouse.organization.keycloak.jpa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a user is a member of an organization, with one attribute of one of its groups that the user is in; without one
 * where there is none.
 *
 * @param federationLink the user storage that the user was imported from, which has a word about who is enabled
 */
public record MembershipRow(
        String userId,
        @Nullable String federationLink,
        String organizationId,
        String alias,
        @Nullable String groupId,
        @Nullable String name,
        @Nullable String value) {

    /** The attribute, where there is one. */
    public Optional<AttributeRow> attribute() {
        return groupId == null || name == null || value == null
                ? Optional.empty()
                : Optional.of(new AttributeRow(organizationId, groupId, name, value));
    }
}
