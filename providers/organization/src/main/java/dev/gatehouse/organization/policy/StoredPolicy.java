package dev.gatehouse.organization.policy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributes that anybody may have edited by hand. Each question names the answer for what cannot be read, which is
 * the stricter one; of several values the strictest counts. An attribute without a value that is not blank is none.
 */
record StoredPolicy(Map<String, List<String>> attributes) {

    /** At most nine digits: as many as an {@code int} holds whatever they are. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** All values that are not blank, trimmed, in lower case. */
    List<String> values(String key) {
        return attributes.getOrDefault(OrganizationPolicies.PREFIX + key, List.of()).stream()
                .flatMap(value -> value == null ? Stream.of() : Stream.of(value))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A demand: {@code false} and nothing at all are no, anything else is yes. */
    boolean demands(String key) {
        return values(key).stream().anyMatch(value -> !value.equals("false"));
    }

    /** A permission: {@code true} is yes, anything else is no. */
    boolean permits(String key) {
        List<String> values = values(key);
        return !values.isEmpty() && values.stream().allMatch("true"::equals);
    }

    /** The least of the numbers, what is no number being {@code unreadable}; nothing if there is none. */
    @Nullable
    Integer least(String key, int unreadable) {
        Integer least = null;
        for (String value : values(key)) {
            int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : unreadable;
            least = least == null ? number : Math.min(least, number);
        }
        return least;
    }

    /** The shortest of the times in seconds; what is no time longer than zero counts as {@code unreadable}. */
    @Nullable
    Duration shortest(String key, Duration unreadable) {
        Duration shortest = null;
        for (String value : values(key)) {
            Duration time =
                    NUMBER.matcher(value).matches() ? Duration.ofSeconds(Integer.parseInt(value)) : Duration.ZERO;
            shortest = shorter(shortest, time.isZero() ? unreadable : time);
        }
        return shortest;
    }

    /** The shorter of two times, of which each may be unlimited. */
    static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    static void write(Map<String, List<String>> attributes, String key, @Nullable Object value) {
        if (value != null) {
            attributes.put(OrganizationPolicies.PREFIX + key, List.of(value.toString()));
        }
    }

    static void writeSeconds(Map<String, List<String>> attributes, String key, @Nullable Duration time) {
        write(attributes, key, time == null ? null : time.toSeconds());
    }
}
