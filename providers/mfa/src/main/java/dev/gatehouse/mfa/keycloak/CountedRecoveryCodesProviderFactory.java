package dev.gatehouse.mfa.keycloak;

import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own, under its id. */
public final class CountedRecoveryCodesProviderFactory extends RecoveryAuthnCodesCredentialProviderFactory {

    @Override
    public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
        return new CountedRecoveryCodesProvider(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
