package dev.gatehouse.messaging.keycloak.jpa;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.jpa.JpaMessageQueue;
import java.time.Clock;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The queue in the transaction of a Keycloak session. */
public final class SessionMessageQueue {
    private SessionMessageQueue() {}

    public static MessageQueue of(KeycloakSession session, Clock clock) {
        return new JpaMessageQueue(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), clock);
    }
}
