package dev.gatehouse.events.keycloak.jpa;

import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.EventOutbox;
import dev.gatehouse.events.jpa.JpaActivityStore;
import dev.gatehouse.events.jpa.JpaEventOutbox;
import dev.gatehouse.events.jpa.JpaOutboxQueue;
import dev.gatehouse.events.jpa.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The tables of events, in the transaction of a session or in one of their own. */
public final class EventTables {
    private EventTables() {}

    /** The activity, written and read in the session's transaction. */
    public static ActivityStore activity(KeycloakSession session) {
        return new JpaActivityStore(entityManager(session));
    }

    /** The outbox, written in the session's transaction. */
    public static EventOutbox outbox(KeycloakSession session) {
        return new JpaEventOutbox(entityManager(session));
    }

    /** Removes the events about a user that wait or were refused. */
    public static void forget(KeycloakSession session, String userId) {
        JpaOutboxQueue.forget(entityManager(session), userId);
    }

    /** The outbox as the relay sees it. */
    public static JpaOutboxQueue queue(KeycloakSessionFactory factory, Clock clock) {
        return new JpaOutboxQueue(new SessionTransactions(factory), clock);
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private record SessionTransactions(KeycloakSessionFactory factory) implements Transactions {
        @Override
        public <T> T inTransaction(Function<EntityManager, T> work) {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> work.apply(entityManager(session)));
        }
    }
}
