package dev.gatehouse.mfa.keycloak.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.CredentialEntity;

/** A credential's row as it is now, locked until the session's transaction ends. */
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
}
