package dev.gatehouse.messaging.keycloak;

import jakarta.enterprise.context.ContextNotActiveException;
import org.keycloak.models.KeycloakSession;

/**
 * The admin console's test of a realm's SMTP server. It sends through the same door as every e-mail, with the realm's own
 * settings if they were not changed; only the request tells it apart.
 */
final class ConnectionTest {
    private static final String OPERATION = "/testSMTPConnection";

    private ConnectionTest() {}

    static boolean isRunning(KeycloakSession session) {
        try {
            return session.getContext().getUri().getPath().endsWith(OPERATION);
        } catch (ContextNotActiveException noRequest) {
            return false;
        }
    }
}
