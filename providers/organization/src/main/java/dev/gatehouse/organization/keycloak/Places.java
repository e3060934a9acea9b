package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the organization that a request names, with what the caller may do there. */
final class Places {

    private final OrganizationQueries organizations;
    private final RoleGroups roles;

    Places(OrganizationQueries organizations, RoleGroups roles) {
        this.organizations = organizations;
        this.roles = roles;
    }

    /** Nothing for an outsider, after the very statements that an organization that does not exist costs. */
    @Nullable
    Place find(String realmId, Caller caller, String organizationId) {
        List<OrganizationRow> own = organizations.organizationOf(realmId, organizationId, caller.userId());
        if (!own.isEmpty()) {
            Collection<OrganizationRole> held =
                    roles.heldBy(caller.userId(), List.of(organizationId)).getOrDefault(organizationId, List.of());
            return new Place(own.get(0), Authority.member(caller.standing(), held), true);
        }
        if (caller.standing() == RealmStanding.NONE) {
            return null;
        }
        List<OrganizationRow> others = organizations.organization(realmId, organizationId);
        return others.isEmpty() ? null : new Place(others.get(0), Authority.outsider(caller.standing()), false);
    }

    /** An organization that the caller may know of, and what they may do there. */
    record Place(OrganizationRow row, Authority authority, boolean isMember) {}
}
