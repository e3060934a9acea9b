package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.OtpEngine;
import java.time.Clock;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The feature as this server runs it. */
record Mfa(boolean isOn, OtpEngine engine, Clock clock) {

    static Mfa of(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        return ((EmailOtpCredentialProviderFactory)
                        sessions.getProviderFactory(CredentialProvider.class, EmailOtpCredentialProviderFactory.ID))
                .mfa(sessions);
    }

    /** Where this is false, everything of ours stands aside and the realm behaves as Keycloak made it. */
    boolean isOnIn(RealmModel realm) {
        return isOn && EnabledRealm.isEnabled(realm);
    }
}
