package dev.gatehouse.mfa.keycloak;

import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own, under its id. */
public final class CountedOtpCredentialProviderFactory extends OTPCredentialProviderFactory {

    @Override
    public OTPCredentialProvider create(KeycloakSession session) {
        return new CountedOtpCredentialProvider(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
