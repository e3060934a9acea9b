package dev.gatehouse.organization.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardFiguresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:30:00Z");

    @Test
    void anEmptyOrganizationHasThirtyDaysOfNothing() {
        DashboardFigures figures = DashboardFigures.of(List.of(), NOW);
        assertThat(figures.members()).isZero();
        assertThat(figures.byRole()).containsExactly(entry("admin", 0), entry("member", 0), entry("owner", 0));
        assertThat(figures.logins()).hasSize(30);
        assertThat(figures.logins().get(0).date()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(figures.logins().get(29).date()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void daysAndHoursThatAreOverDoNotCount() {
        DashboardFigures figures = DashboardFigures.of(
                List.of(
                        new Count(Metric.MEMBERS, "", 5),
                        new Count(Metric.ROLE, "member", 4),
                        new Count(Metric.ROLE, "clerk", 1),
                        new Count(Metric.ROLE, "gone", 0),
                        new Count(Metric.WITHOUT_SECOND_FACTOR, "", 2),
                        new Count(Metric.ACTIVE, "20260130", 7),
                        new Count(Metric.ACTIVE, "20260131", 1),
                        new Count(Metric.ACTIVE, "20260301", 2),
                        new Count(Metric.LOGIN_SUCCEEDED, "20260301", 6),
                        new Count(Metric.LOGIN_FAILED, "20260228", 3),
                        new Count(Metric.LOGIN_FAILED, "20260130", 9),
                        new Count(Metric.RATE_LIMITED, "2026022801", 4),
                        new Count(Metric.RATE_LIMITED, "2026022800", 8)),
                NOW);
        assertThat(figures.members()).isEqualTo(5);
        assertThat(figures.byRole())
                .containsExactly(entry("admin", 0), entry("clerk", 1), entry("member", 4), entry("owner", 0));
        assertThat(figures.active()).isEqualTo(3);
        assertThat(figures.withoutSecondFactor()).isEqualTo(2);
        assertThat(figures.logins().get(29))
                .isEqualTo(new DashboardFigures.LoginsOfDay(LocalDate.of(2026, 3, 1), 6, 0));
        assertThat(figures.logins().get(28).failed()).isEqualTo(3);
        assertThat(figures.logins().stream()
                        .mapToLong(DashboardFigures.LoginsOfDay::failed)
                        .sum())
                .isEqualTo(3);
        assertThat(figures.rateLimited()).isEqualTo(4);
    }

    private static Map.Entry<String, Long> entry(String role, long holders) {
        return Map.entry(role, holders);
    }
}
