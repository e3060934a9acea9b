package dev.gatehouse.messaging.keycloak.jpa;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.jpa.JpaMessageQueue;
import java.time.Clock;
import java.util.Collection;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The queue in the transaction of a Keycloak session. */
public final class SessionMessageQueue {
    private SessionMessageQueue() {}

    /** Forgets what was or is to be sent to a person, in the session's transaction. */
    public static void forget(KeycloakSession session, String realmId, Collection<String> destinations) {
        new JpaMessageQueue(session.getProvider(JpaConnectionProvider.class).getEntityManager(), Clock.systemUTC())
                .forget(realmId, destinations);
    }

    public static MessageQueue of(KeycloakSession session, Clock clock) {
        return new JpaMessageQueue(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), clock);
    }
}
