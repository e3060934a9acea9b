package dev.gatehouse.organization.keycloak.projection.jpa;

import org.jspecify.annotations.Nullable;

/**
 * Where the check of an organization's projection stands.
 *
 * @param checkedAt when the last check ended, in milliseconds since 1970; null while the projection is being built
 * @param stage null where no check is under way
 * @param after the last member that was looked at in the stage
 * @param seen how many members this check has looked at
 * @param mended of how many the projection was wrong
 */
public record OrganizationCheck(
        String organizationId,
        String groupId,
        String realmId,
        @Nullable Long checkedAt,
        @Nullable String stage,
        @Nullable String after,
        long seen,
        long mended) {

    /** The check before it begins. */
    public OrganizationCheck begun(String firstStage) {
        return new OrganizationCheck(organizationId, groupId, realmId, checkedAt, firstStage, "", 0, 0);
    }

    /** After some members of the stage. */
    public OrganizationCheck passed(String lastUser, int looked, int wrong) {
        return new OrganizationCheck(
                organizationId, groupId, realmId, checkedAt, stage, lastUser, seen + looked, mended + wrong);
    }

    public OrganizationCheck inStage(String next) {
        return new OrganizationCheck(organizationId, groupId, realmId, checkedAt, next, "", seen, mended);
    }

    public OrganizationCheck ended(long at, int wrongCounts) {
        return new OrganizationCheck(organizationId, groupId, realmId, at, null, null, seen, mended + wrongCounts);
    }
}
