package dev.gatehouse.organization.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How days and hours are written in counts: digits only, so that they sort as text in every database. All are of UTC. */
public final class Buckets {

    /** How many days the dashboard looks back, today included. */
    public static final int DAYS = 30;

    static final int HOURS = 24;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuuMMddHH");

    private Buckets() {}

    /** 20261124 */
    public static String day(Instant time) {
        return day(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** 2026112414 */
    public static String hour(Instant time) {
        return time.atOffset(ZoneOffset.UTC).format(HOUR);
    }

    /** The oldest bucket of the metric that anybody still looks at. */
    public static String oldest(Metric metric, Instant now) {
        return switch (metric) {
            case ACTIVE, LOGIN_SUCCEEDED, LOGIN_FAILED -> day(now.minus(DAYS - 1L, ChronoUnit.DAYS));
            case RATE_LIMITED -> hour(now.minus(HOURS - 1L, ChronoUnit.HOURS));
            case MEMBERS, ROLE, WITHOUT_SECOND_FACTOR -> "";
        };
    }
}
