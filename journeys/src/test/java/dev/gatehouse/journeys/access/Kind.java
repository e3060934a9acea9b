package dev.gatehouse.journeys.access;

import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;

/** The kinds of callers there are, seen from one organization. */
enum Kind {
    ANONYMOUS(""),
    /** Was a member and has a token; the account was disabled since. */
    SUSPENDED(""),
    OUTSIDER(""),
    OWNER_OF_ANOTHER(""),
    MEMBER("member"),
    ADMIN("admin"),
    OWNER("owner"),
    REALM_ADMIN("owner");

    private final String rights;

    /** @param rights the built-in role whose permissions such a caller holds here */
    Kind(String rights) {
        this.rights = rights;
    }

    /** What this caller must be told: 401, 403, 404, or 200 for anything that is no refusal. */
    int expected(Permission permission) {
        return switch (this) {
            case ANONYMOUS, SUSPENDED -> 401;
            case OUTSIDER, OWNER_OF_ANOTHER -> 404;
            case MEMBER, ADMIN, OWNER, REALM_ADMIN ->
                OrganizationRole.builtIn(rights)
                                .filter(role -> role.allows(permission))
                                .isPresent()
                        ? 200
                        : 403;
        };
    }

    boolean isOutside() {
        return this == OUTSIDER || this == OWNER_OF_ANOTHER;
    }
}
