package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.sms.NoTextMessages;
import dev.gatehouse.messaging.sms.QueuedTextMessages;
import dev.gatehouse.messaging.sms.TextMessages;
import org.keycloak.models.KeycloakSession;

/** Text messages in a Keycloak session: of its realm, in its transaction. */
public final class KeycloakTextMessages {
    private KeycloakTextMessages() {}

    /** Offers nothing where messaging is switched off. */
    public static TextMessages of(KeycloakSession session) {
        return Messaging.of(session.getKeycloakSessionFactory())
                .<TextMessages>map(messaging -> new QueuedTextMessages(
                        session.getContext().getRealm().getId(),
                        new KeycloakMessageQueue(session, messaging),
                        messaging.texts()))
                .orElseGet(NoTextMessages::new);
    }
}
