package dev.gatehouse.organization.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a session is good for this organization.
 *
 * @param maximum since the login; unlimited if empty
 * @param idle since it was used last; unlimited if empty
 */
public record SessionPolicy(
        @Nullable Duration maximum, @Nullable Duration idle) {

    /** The shortest that can be asked for: less, and nobody could finish what they log in for. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    public static final SessionPolicy NONE = new SessionPolicy(null, null);

    private static final Pattern TEXT = Pattern.compile("([0-9]{0,18})/([0-9]{0,18})");
    private static final String MAXIMUM = "session.max-seconds";
    private static final String IDLE = "session.idle-seconds";

    /** Unreadable: the shortest. */
    static SessionPolicy from(StoredPolicy stored) {
        return new SessionPolicy(stored.shortest(MAXIMUM, SHORTEST), stored.shortest(IDLE, SHORTEST));
    }

    void writeTo(Map<String, List<String>> attributes) {
        StoredPolicy.writeSeconds(attributes, MAXIMUM, maximum);
        StoredPolicy.writeSeconds(attributes, IDLE, idle);
    }

    /** The shorter of both times. */
    public SessionPolicy stricter(SessionPolicy other) {
        return new SessionPolicy(StoredPolicy.shorter(maximum, other.maximum), StoredPolicy.shorter(idle, other.idle));
    }

    /** Whether a session that began and was last used at these times is to end. */
    public boolean isOver(Instant started, Instant lastUsed, Instant now) {
        return isPast(started, maximum, now) || isPast(lastUsed, idle, now);
    }

    /** When a session that began then and is being used now ends, unless it is used again; never if empty. */
    public Optional<Instant> end(Instant started, Instant now) {
        Instant longest = maximum == null ? Instant.MAX : started.plus(maximum);
        Instant unused = idle == null ? Instant.MAX : now.plus(idle);
        Instant end = longest.isBefore(unused) ? longest : unused;
        return end.equals(Instant.MAX) ? Optional.empty() : Optional.of(end);
    }

    /** For a session to remember, so that each of its uses can be judged without asking anybody. */
    public String text() {
        return seconds(maximum) + "/" + seconds(idle);
    }

    /** Reads what {@link #text} wrote; a session that remembers nothing has no limits. */
    public static SessionPolicy parse(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        Matcher times = TEXT.matcher(text);
        return times.matches()
                ? new SessionPolicy(duration(times.group(1)), duration(times.group(2)))
                : new SessionPolicy(SHORTEST, SHORTEST);
    }

    private static boolean isPast(Instant since, @Nullable Duration limit, Instant now) {
        return limit != null && since.plus(limit).isBefore(now);
    }

    private static String seconds(@Nullable Duration time) {
        return time == null ? "" : Long.toString(time.toSeconds());
    }

    private static @Nullable Duration duration(String seconds) {
        return seconds.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
