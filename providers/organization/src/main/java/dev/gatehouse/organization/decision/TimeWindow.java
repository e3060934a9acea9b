package dev.gatehouse.organization.decision;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the day as the clocks of one place show them, summer time included: from the first minute until before the
 * last. Hours that go over midnight belong to the day on which they begin.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param until minutes after midnight, 1 to 1440
 */
record TimeWindow(int from, int until, ZoneId zone, Set<DayOfWeek> days) implements Condition {

    private static final String CLOCK = "([0-9]{2}):([0-9]{2})";
    private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
    private static final String SPAN = DAY + "(?:-" + DAY + ")?";
    static final Pattern FORM = Pattern.compile(
            "time within " + CLOCK + "-" + CLOCK + " ([A-Za-z0-9_+/-]+)(?: (" + SPAN + "(?:," + SPAN + ")*))?(?![^ ])");

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final int MIDNIGHT = 24 * 60;

    static Condition read(Matcher match) throws BadCondition {
        int from = minutes(match, 1);
        int until = minutes(match, 3);
        if (from == MIDNIGHT || from == until || (from == 0 && until == 0)) {
            throw new BadCondition("The hours must begin before 24:00 and end at another minute than they begin.");
        }
        String zone = match.group(5);
        if (!ZONES.contains(zone)) {
            throw new BadCondition("The time zone must be one of the IANA database, such as Europe/Berlin or UTC.");
        }
        return new TimeWindow(from, until == 0 ? MIDNIGHT : until, ZoneId.of(zone), days(match.group(6)));
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        ZonedDateTime local = evaluation.circumstances().time().atZone(zone);
        int minute = 60 * local.getHour() + local.getMinute();
        DayOfWeek today = local.getDayOfWeek();
        if (from < until) {
            return days.contains(today) && minute >= from && minute < until;
        }
        return (days.contains(today) && minute >= from) || (days.contains(today.minus(1)) && minute < until);
    }

    private static int minutes(Matcher match, int group) throws BadCondition {
        int hour = Integer.parseInt(match.group(group));
        int minute = Integer.parseInt(match.group(group + 1));
        if (minute > 59 || 60 * hour + minute > MIDNIGHT) {
            throw new BadCondition("Times go from 00:00 to 24:00.");
        }
        return 60 * hour + minute;
    }

    private static Set<DayOfWeek> days(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String span : text.split(",", -1)) {
            DayOfWeek first = day(span.substring(0, 3));
            DayOfWeek last = day(span.substring(span.length() - 3));
            days.add(last);
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }
}
