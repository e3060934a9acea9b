package dev.gatehouse.api.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.api.activity.ActivityAnswer;
import dev.gatehouse.organization.projection.Dashboard;
import dev.gatehouse.organization.projection.DashboardFigures;
import java.util.List;
import java.util.Map;

/** An organization at a glance, as clients see it. */
record DashboardAnswer(
        Members members,
        Invitations invitations,
        List<Logins> logins,
        @JsonProperty("rate_limited_24h") long rateLimited,
        PoliciesAnswer policies,
        List<ActivityAnswer> recentActivity) {

    record Members(
            long total,
            Map<String, Long> byRole,
            @JsonProperty("active_30d") long active,
            long withoutMfa) {}

    record Invitations(long pending) {}

    record Logins(String date, long succeeded, long failed) {}

    static DashboardAnswer of(Dashboard dashboard) {
        DashboardFigures figures = dashboard.figures();
        return new DashboardAnswer(
                new Members(figures.members(), figures.byRole(), figures.active(), figures.withoutSecondFactor()),
                new Invitations(dashboard.pendingInvitations()),
                figures.logins().stream()
                        .map(day -> new Logins(day.date().toString(), day.succeeded(), day.failed()))
                        .toList(),
                figures.rateLimited(),
                PoliciesAnswer.of(dashboard.policies()),
                dashboard.recentActivity().stream().map(ActivityAnswer::of).toList());
    }
}
