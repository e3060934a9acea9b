package dev.gatehouse.mfa.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes a destination that was proven a factor, however it was proven. */
record SentCodeRegistration(KeycloakSession session, RealmModel realm, UserModel user) {

    /**
     * Takes the place of an earlier credential for the same destination: a second one would be the same factor with fresh
     * attempts. Proving the user's own e-mail address also verifies it, since that is what was shown.
     *
     * @param label the owner's own name for it
     * @return the credential as it is stored
     */
    CredentialModel register(SentCodeKind kind, String destination, @Nullable String label) {
        SentCodeCredentialProvider credentials = SentCodeCredentialProvider.of(session, kind);
        credentials
                .credentials(user)
                .filter(existing ->
                        existing.destination(user).filter(destination::equals).isPresent())
                .toList()
                .forEach(existing -> credentials.deleteCredential(realm, user, existing.getId()));
        long now = Mfa.of(session).clock().millis();
        CredentialModel created =
                credentials.createCredential(realm, user, SentCodeCredential.proven(kind, destination, label, now));
        if (kind == SentCodeKind.EMAIL && destination.equals(user.getEmail())) {
            user.setEmailVerified(true);
        }
        return created;
    }
}
