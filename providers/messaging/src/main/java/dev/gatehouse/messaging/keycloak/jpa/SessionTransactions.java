package dev.gatehouse.messaging.keycloak.jpa;

import dev.gatehouse.messaging.jpa.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Transactions in Keycloak sessions of their own, for work outside of requests. */
public final class SessionTransactions implements Transactions {
    private final KeycloakSessionFactory sessions;

    public SessionTransactions(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> work.apply(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }
}
