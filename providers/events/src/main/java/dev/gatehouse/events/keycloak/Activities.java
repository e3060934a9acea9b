package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.keycloak.jpa.EventTables;
import org.keycloak.models.KeycloakSession;

/** The activity of users and organizations, for whoever shows it. */
public final class Activities {
    private Activities() {}

    /**
     * Takes what waits for Kafka, or was refused by it, about a person away, in the session's transaction: such an event
     * carries the address that it came from. What has left already is the consumers' to forget.
     */
    public static void forgetEvents(KeycloakSession session, String userId) {
        EventTables.forget(session, userId);
    }

    /** Read in the session's transaction. */
    public static ActivityStore of(KeycloakSession session) {
        return EventTables.activity(session);
    }
}
