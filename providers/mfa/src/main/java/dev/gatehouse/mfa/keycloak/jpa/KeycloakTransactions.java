package dev.gatehouse.mfa.keycloak.jpa;

import dev.gatehouse.mfa.jpa.OwnTransaction;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Opens a session, and so a transaction, beside the request's own: a failed attempt stays counted although the request
 * that made it is rolled back.
 */
public record KeycloakTransactions(KeycloakSessionFactory sessions) implements OwnTransaction {

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> work.apply(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }
}
