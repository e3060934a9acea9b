package dev.gatehouse.mfa.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.CredentialEntity;

/** Credentials' rows as they are now, locked until the session's transaction ends. */
public final class LockedCredential {

    private LockedCredential() {}

    /** Its secret data; empty where the credential is not in the database (it belongs to a user of a directory). */
    public static Optional<String> secretData(KeycloakSession session, String credentialId) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        CredentialEntity row = entities.find(CredentialEntity.class, credentialId);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(row.getSecretData());
    }

    /** Which of these are still in the database. In one order, so that no two transactions wait for each other. */
    public static Set<String> remaining(KeycloakSession session, Set<String> credentialIds) {
        if (credentialIds.isEmpty()) {
            return Set.of();
        }
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select c from CredentialEntity c where c.id in :ids order by c.id", CredentialEntity.class)
                .setParameter("ids", credentialIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(CredentialEntity::getId)
                .collect(Collectors.toSet());
    }
}
