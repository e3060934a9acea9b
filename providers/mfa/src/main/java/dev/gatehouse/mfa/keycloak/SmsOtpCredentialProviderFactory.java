package dev.gatehouse.mfa.keycloak;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Offers the SMS factor as a credential. */
public final class SmsOtpCredentialProviderFactory implements CredentialProviderFactory<SentCodeCredentialProvider> {

    @Override
    public String getId() {
        return SentCodeKind.SMS.credentialType();
    }

    @Override
    public SentCodeCredentialProvider create(KeycloakSession session) {
        return new SentCodeCredentialProvider(session, SentCodeKind.SMS);
    }
}
