package dev.gatehouse.organization.projection;

import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.util.List;

/**
 * An organization at a glance.
 *
 * @param pendingInvitations that can still be accepted
 * @param recentActivity newest first
 */
public record Dashboard(
        DashboardFigures figures,
        long pendingInvitations,
        OrganizationPolicies policies,
        List<ActivityEntry> recentActivity) {

    public Dashboard {
        recentActivity = List.copyOf(recentActivity);
    }
}
