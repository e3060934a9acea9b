package dev.gatehouse.organization.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
}
