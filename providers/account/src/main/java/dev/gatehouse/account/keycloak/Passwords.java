package dev.gatehouse.account.keycloak;

import org.keycloak.credential.CredentialModel;
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
}
