package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.events.ActivityPosition;
import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.keycloak.Gate;

/** What happened in an organization and to it, newest first. */
public final class OrganizationActivity {

    private final Gate gate;
    private final ActivityStore activity;
    private final String realmId;

    OrganizationActivity(Gate gate, ActivityStore activity, String realmId) {
        this.gate = gate;
        this.activity = activity;
        this.realmId = realmId;
    }

    /** @param after the key of the page before, empty for the first */
    public Outcome<Page<ActivityEntry>> list(
            Caller caller, String organizationId, ActivityFilter filter, String after, int limit) {
        return gate.enter(
                caller,
                organizationId,
                Permission.AUDIT_READ,
                place -> Outcome.done(Page.of(
                        activity.ofOrganization(
                                realmId,
                                organizationId,
                                filter,
                                ActivityPosition.parse(after).orElse(null),
                                limit + 1),
                        limit,
                        entry -> entry.position().text())));
    }
}
