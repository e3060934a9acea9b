package dev.gatehouse.foundation.keycloak.jpa;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Where queries of our own get their connection: Keycloak's own, in the transaction of the session. */
public final class EntityManagers {
    private EntityManagers() {}

    public static EntityManager of(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
