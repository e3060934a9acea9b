package dev.gatehouse.api.users;

import dev.gatehouse.account.profile.Completeness;
import dev.gatehouse.account.profile.UserDashboard;
import dev.gatehouse.account.security.Advice;
import dev.gatehouse.api.activity.ActivityAnswer;
import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.organization.Affiliation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account at a glance, as clients see it. */
record UserDashboardAnswer(
        Completeness profile,
        List<Affiliation> organizations,
        long organizationsCount,
        FactorsAnswer mfa,
        Sessions sessions,
        List<LoginAnswer> lastLogins,
        List<ActivityAnswer> recentActivity,
        List<AdviceAnswer> securityAdvice) {

    record Sessions(long active) {}

    record LoginAnswer(
            Instant time,
            String outcome,
            @Nullable String ipAddress,
            @Nullable String clientId,
            @Nullable String organizationId) {
        static LoginAnswer of(ActivityEntry login) {
            return new LoginAnswer(
                    login.time(), word(login.outcome()), login.ipAddress(), login.clientId(), login.organizationId());
        }
    }

    record AdviceAnswer(String code, String severity, String reason) {
        static AdviceAnswer of(Advice advice) {
            return new AdviceAnswer(word(advice.topic()), word(advice.topic().urgency()), advice.reason());
        }
    }

    static UserDashboardAnswer of(UserDashboard dashboard) {
        return new UserDashboardAnswer(
                dashboard.completeness(),
                dashboard.organizations(),
                dashboard.organizationsCount(),
                FactorsAnswer.of(dashboard.factors()),
                new Sessions(dashboard.sessions()),
                dashboard.lastLogins().stream().map(LoginAnswer::of).toList(),
                dashboard.recentActivity().stream().map(ActivityAnswer::of).toList(),
                dashboard.advice().stream().map(AdviceAnswer::of).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
