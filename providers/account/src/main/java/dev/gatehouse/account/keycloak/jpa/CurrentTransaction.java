package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.messaging.jpa.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/** The transaction that the session is in: what is done in it is kept or lost with all the rest of the request. */
public record CurrentTransaction(JpaConnectionProvider connection) implements Transactions {
    @Override
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return work.apply(connection.getEntityManager());
    }

    /** Has the database judge now what would be judged at the end. */
    public void flush() {
        connection.getEntityManager().flush();
    }
}
