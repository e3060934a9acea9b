package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Affiliation;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What one user belongs to: two statements for a page, however many organizations there are. */
public final class Affiliations {

    private final OrganizationQueries organizations;
    private final RoleGroups roles;
    private final String realmId;

    Affiliations(OrganizationQueries organizations, RoleGroups roles, String realmId) {
        this.organizations = organizations;
        this.roles = roles;
        this.realmId = realmId;
    }

    /**
     * A page of the user's enabled organizations. The order is fixed and has no meaning.
     *
     * @param after the key of the page before, empty for the first
     */
    public Page<Affiliation> page(String userId, String after, int limit) {
        List<OrganizationRow> found = organizations.organizationsOf(realmId, userId, null, after, limit + 1);
        Page<OrganizationRow> page = Page.of(found, limit, OrganizationRow::id);
        Map<String, Collection<OrganizationRole>> held = roles.heldBy(
                userId, page.items().stream().map(OrganizationRow::id).toList());
        return page.map(row -> new Affiliation(
                row.id(), row.alias(), row.name(), Views.names(held.getOrDefault(row.id(), List.of()))));
    }

    /** How many there are. */
    public long count(String userId) {
        return organizations.countOf(realmId, userId);
    }

    /** Whether an organization would be without an owner if the user were gone. */
    public boolean isLastOwnerAnywhere(String userId) {
        return roles.isLastOwnerAnywhere(userId);
    }
}
