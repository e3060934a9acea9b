package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.jpa.AttributeRow;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import dev.gatehouse.organization.projection.Dashboard;
import dev.gatehouse.organization.projection.DashboardFigures;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** An organization at a glance, in four statements: nothing is counted that grows with the members. */
public final class Dashboards {

    private static final int RECENT = 10;

    private final Gate gate;
    private final ProjectionTables tables;
    private final OrganizationQueries organizations;
    private final ActivityStore activity;
    private final String realmId;
    private final Clock clock;

    Dashboards(
            Gate gate,
            ProjectionTables tables,
            OrganizationQueries organizations,
            ActivityStore activity,
            String realmId,
            Clock clock) {
        this.gate = gate;
        this.tables = tables;
        this.organizations = organizations;
        this.activity = activity;
        this.realmId = realmId;
        this.clock = clock;
    }

    public Outcome<Dashboard> find(Caller caller, String organizationId) {
        return gate.enter(caller, organizationId, Permission.DASHBOARD_READ, place -> {
            Instant now = clock.instant();
            return Outcome.done(new Dashboard(
                    DashboardFigures.of(tables.counts().of(organizationId), now),
                    tables.counts().pendingInvitations(organizationId, now),
                    policies(organizationId),
                    activity.ofOrganization(realmId, organizationId, ActivityFilter.ALL, null, RECENT)));
        });
    }

    private OrganizationPolicies policies(String organizationId) {
        return OrganizationPolicies.from(organizations.attributes(List.of(organizationId)).stream()
                .collect(Collectors.groupingBy(
                        AttributeRow::name, Collectors.mapping(AttributeRow::value, Collectors.toList()))));
    }
}
