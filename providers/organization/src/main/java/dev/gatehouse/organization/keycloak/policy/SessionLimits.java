package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.organization.policy.SessionPolicy;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.UserSessionModel;

/**
 * How long a user session is good, remembered by the session itself: each login and each refresh asks the policies anew, and
 * what happens in between is judged without asking anybody.
 */
public final class SessionLimits {

    private static final String NOTE = "gatehouse.session";

    private SessionLimits() {}

    /** Whether the session has to end by what it remembers. */
    public static boolean areOver(UserSessionModel userSession, Instant now) {
        return areOver(userSession, SessionPolicy.parse(userSession.getNote(NOTE)), now);
    }

    /** What a session remembers, by all its notes. */
    public static SessionPolicy remembered(Map<String, String> notes) {
        return SessionPolicy.parse(notes.get(NOTE));
    }

    static boolean areOver(UserSessionModel userSession, SessionPolicy policy, Instant now) {
        return policy.isOver(
                Instant.ofEpochSecond(userSession.getStarted()),
                Instant.ofEpochSecond(userSession.getLastSessionRefresh()),
                now);
    }

    static void remember(UserSessionModel userSession, SessionPolicy policy) {
        if (!SessionPolicy.parse(userSession.getNote(NOTE)).equals(policy)) {
            userSession.setNote(NOTE, policy.text());
        }
    }
}
