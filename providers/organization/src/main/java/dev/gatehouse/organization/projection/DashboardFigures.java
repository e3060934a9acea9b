package dev.gatehouse.organization.projection;

import dev.gatehouse.organization.OrganizationRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An organization in numbers.
 *
 * @param byRole holders by the role's name; the built-in roles always
 * @param active who logged in to the organization in the last 30 days
 * @param logins of the last 30 days, the oldest first, today's last
 * @param rateLimited requests refused by the organization's limit in the last 24 hours, by whole hours
 */
public record DashboardFigures(
        long members,
        SortedMap<String, Long> byRole,
        long active,
        long withoutSecondFactor,
        List<LoginsOfDay> logins,
        long rateLimited) {

    public DashboardFigures {
        byRole = Collections.unmodifiableSortedMap(new TreeMap<>(byRole));
        logins = List.copyOf(logins);
    }

    /** How often a login into the organization was tried on a day of UTC. */
    public record LoginsOfDay(LocalDate date, long succeeded, long failed) {}

    /** @param counts of the organization, in any order; those of days long past do not count */
    public static DashboardFigures of(Collection<Count> counts, Instant now) {
        Map<Metric, TreeMap<String, Long>> amounts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            amounts.put(metric, new TreeMap<>());
        }
        for (Count count : counts) {
            if (count.bucket().compareTo(Buckets.oldest(count.metric(), now)) >= 0) {
                of(amounts, count.metric()).merge(count.bucket(), count.amount(), Long::sum);
            }
        }
        TreeMap<String, Long> byRole = new TreeMap<>(of(amounts, Metric.ROLE));
        byRole.values().removeIf(amount -> amount == 0);
        OrganizationRole.BUILT_IN.forEach(role -> byRole.putIfAbsent(role.name(), 0L));
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return new DashboardFigures(
                sum(of(amounts, Metric.MEMBERS)),
                byRole,
                sum(of(amounts, Metric.ACTIVE)),
                sum(of(amounts, Metric.WITHOUT_SECOND_FACTOR)),
                IntStream.rangeClosed(1, Buckets.DAYS)
                        .mapToObj(number -> today.minusDays(Buckets.DAYS - number))
                        .map(day -> new LoginsOfDay(
                                day,
                                of(amounts, Metric.LOGIN_SUCCEEDED).getOrDefault(Buckets.day(day), 0L),
                                of(amounts, Metric.LOGIN_FAILED).getOrDefault(Buckets.day(day), 0L)))
                        .toList(),
                sum(of(amounts, Metric.RATE_LIMITED)));
    }

    private static TreeMap<String, Long> of(Map<Metric, TreeMap<String, Long>> amounts, Metric metric) {
        return amounts.getOrDefault(metric, new TreeMap<>());
    }

    private static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
