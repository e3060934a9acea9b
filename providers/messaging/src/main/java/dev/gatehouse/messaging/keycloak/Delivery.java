package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * How urgent the e-mails are that Keycloak sends in a session, and when they become useless. Keycloak's own
 * {@code EmailTemplateProvider} has no place to say it.
 *
 * @param expiresAt from when on a message is not sent any more
 */
public record Delivery(Priority priority, Instant expiresAt) {

    private static final String ATTRIBUTE = Delivery.class.getName();

    /** Something that sends; it may throw, as Keycloak's templates do. */
    @FunctionalInterface
    public interface Sending<E extends Exception> {
        void run() throws E;
    }

    /** Runs {@code sending}; what it sends through this session has this priority and expiry. May be nested. */
    public static <E extends Exception> void during(
            KeycloakSession session, Priority priority, Instant expiresAt, Sending<E> sending) throws E {
        Object outer = session.getAttribute(ATTRIBUTE);
        session.setAttribute(ATTRIBUTE, new Delivery(priority, expiresAt));
        try {
            sending.run();
        } finally {
            if (outer == null) {
                session.removeAttribute(ATTRIBUTE);
            } else {
                session.setAttribute(ATTRIBUTE, outer);
            }
        }
    }

    /** What holds for an e-mail sent now, or null where nobody said. */
    static @Nullable Delivery of(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE, Delivery.class);
    }
}
