package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.keycloak.jpa.EventTables;
import org.keycloak.models.KeycloakSession;

/** The activity of users and organizations, for whoever shows it. */
public final class Activities {
    private Activities() {}

    /** Read in the session's transaction. */
    public static ActivityStore of(KeycloakSession session) {
        return EventTables.activity(session);
    }
}
