package dev.gatehouse.account.profile;

import dev.gatehouse.account.security.Advice;
import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.mfa.HeldFactors;
import dev.gatehouse.organization.Affiliation;
import java.util.List;

/**
 * An account at a glance.
 *
 * @param organizations the first {@value Profile#MOST_ORGANIZATIONS}
 * @param lastLogins and what was tried, the newest first
 * @param recentActivity the newest first
 */
public record UserDashboard(
        Completeness completeness,
        List<Affiliation> organizations,
        long organizationsCount,
        HeldFactors factors,
        long sessions,
        List<ActivityEntry> lastLogins,
        List<ActivityEntry> recentActivity,
        List<Advice> advice) {

    public UserDashboard {
        organizations = List.copyOf(organizations);
        lastLogins = List.copyOf(lastLogins);
        recentActivity = List.copyOf(recentActivity);
        advice = List.copyOf(advice);
    }
}
