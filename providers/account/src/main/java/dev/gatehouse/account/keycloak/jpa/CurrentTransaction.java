package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.messaging.jpa.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The transaction that the session is in: what is done in it is kept or lost with all the rest of the request. */
public record CurrentTransaction(KeycloakSession session) implements Transactions {
    @Override
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Has the database judge now what would be judged at the end. */
    public void flush() {
        session.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
    }
}
