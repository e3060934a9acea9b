package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.keycloak.jpa.SessionMessageQueue;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * The queue in a Keycloak session's transaction, for messages that Keycloak has no way to send (text messages). E-mail is
 * simply sent with Keycloak's own {@code EmailTemplateProvider}, and comes here by itself.
 */
public final class KeycloakMessageQueue implements MessageQueue {
    private final KeycloakSession session;
    private final Messaging messaging;

    KeycloakMessageQueue(KeycloakSession session, Messaging messaging) {
        this.session = session;
        this.messaging = messaging;
    }

    /**
     * @throws IllegalStateException where messaging is switched off
     */
    public static MessageQueue of(KeycloakSession session) {
        return Messaging.of(session.getKeycloakSessionFactory())
                .map(messaging -> new KeycloakMessageQueue(session, messaging))
                .orElseThrow(() -> new IllegalStateException("Messaging is switched off"));
    }

    @Override
    public void queue(OutgoingMessage message) {
        SessionMessageQueue.of(session, messaging.clock()).queue(message);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                messaging.journal().queued(message.channel());
                messaging.dispatcher().wake();
            }

            @Override
            protected void rollbackImpl() {
                // The row is gone, too.
            }
        });
    }
}
