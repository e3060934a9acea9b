package dev.gatehouse.api.activity;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.foundation.problem.ProblemType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which activity a client asks for.
 *
 * @param text the same for the same filter, to bind a cursor to it
 */
public record ActivityQuery(ActivityFilter filter, String text) {
    private static final int MOST_TYPES = 20;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+){0,30}");

    /** Before and after these, databases and clocks do not agree on what a time is. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** The query, or {@code invalid-request} thrown. */
    public static ActivityQuery read(List<String> types, @Nullable String from, @Nullable String to) {
        Set<String> wanted = new TreeSet<>(types);
        if (wanted.size() > MOST_TYPES
                || !wanted.stream()
                        .allMatch(type ->
                                type.length() <= 255 && TYPE.matcher(type).matches())) {
            throw invalid("A type has to be one like user.login, and there can be " + MOST_TYPES + " of them.");
        }
        ActivityFilter filter = new ActivityFilter(wanted, time("from", from), time("to", to));
        return new ActivityQuery(filter, wanted + " " + filter.from() + " " + filter.to());
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // Said below.
        }
        throw invalid("The time in " + name + " has to be one of RFC 3339, like 2026-01-31T09:30:00Z.");
    }

    private static RuntimeException invalid(String detail) {
        return Problem.of(ProblemType.INVALID_REQUEST).detail(detail).refusal();
    }
}
