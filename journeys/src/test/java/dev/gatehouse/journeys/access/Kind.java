package dev.gatehouse.journeys.access;

import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import org.jspecify.annotations.Nullable;

/** The kinds of callers there are, seen from one organization. */
enum Kind {
    ANONYMOUS(null),
    /** Was a member and has a token; the account was disabled since. */
    SUSPENDED(null),
    OUTSIDER(null),
    OWNER_OF_ANOTHER(null),
    MEMBER(OrganizationRole.MEMBER),
    ADMIN(OrganizationRole.ADMIN),
    OWNER(OrganizationRole.OWNER),
    REALM_ADMIN(OrganizationRole.OWNER);

    private final @Nullable OrganizationRole rights;

    Kind(@Nullable OrganizationRole rights) {
        this.rights = rights;
    }

    /** What this caller must be told: 401, 403, 404, or 200 for anything that is no refusal. */
    int expected(Permission permission) {
        return switch (this) {
            case ANONYMOUS, SUSPENDED -> 401;
            case OUTSIDER, OWNER_OF_ANOTHER -> 404;
            case MEMBER, ADMIN, OWNER, REALM_ADMIN -> rights != null && rights.allows(permission) ? 200 : 403;
        };
    }

    boolean isOutside() {
        return this == OUTSIDER || this == OWNER_OF_ANOTHER;
    }
}
