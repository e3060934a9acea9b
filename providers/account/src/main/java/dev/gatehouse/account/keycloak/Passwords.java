package dev.gatehouse.account.keycloak;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** What logins need to know of a user's password. */
public final class Passwords {
    private Passwords() {}

    /** Which password the user has now, without telling anything of it: changes with every change of the password. */
    public static String stamp(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(Passwords::stamp)
                .orElse("none");
    }

    private static String stamp(CredentialModel password) {
        return password.getId() + "." + password.getCreatedDate();
    }

    static boolean has(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }

    /**
     * As much work as comparing a password. Keycloak does this for unknown users, but not for those who have no
     * password at all (they come from an identity provider): without it, time would tell that they exist.
     */
    static void pretendToCompare(KeycloakSession session, RealmModel realm) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        PasswordHashProvider hash = policy != null && policy.getHashAlgorithm() != null
                ? session.getProvider(PasswordHashProvider.class, policy.getHashAlgorithm())
                : session.getProvider(PasswordHashProvider.class);
        hash.encodedCredential("SlightlyLongerDummyPassword", policy == null ? -1 : policy.getHashIterations());
    }
}
