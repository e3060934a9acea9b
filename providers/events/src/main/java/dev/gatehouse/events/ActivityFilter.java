package dev.gatehouse.events;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which activity is wanted.
 *
 * @param types none means all
 * @param from the earliest time, included
 * @param to the latest time, excluded
 */
public record ActivityFilter(
        Set<String> types, @Nullable Instant from, @Nullable Instant to) {
    public static final ActivityFilter ALL = new ActivityFilter(Set.of(), null, null);

    public ActivityFilter {
        types = Set.copyOf(types);
    }

    /** Whether this entry is wanted. */
    public boolean admits(ActivityEntry entry) {
        return (types.isEmpty() || types.contains(entry.type()))
                && (from == null || !entry.time().isBefore(from))
                && (to == null || entry.time().isBefore(to));
    }
}
