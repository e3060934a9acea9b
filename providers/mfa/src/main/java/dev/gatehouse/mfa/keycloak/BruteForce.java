package dev.gatehouse.mfa.keycloak;

import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Keycloak's own count of failed logins. A login page's failures reach it by themselves; those told by REST do not. */
record BruteForce(KeycloakSession session, RealmModel realm) {

    /** Keycloak counts the failures of a few categories only and passes over any other in silence. */
    static final String CATEGORY = OTPCredentialModel.TYPE;

    boolean isLockedOut(UserModel user) {
        return !user.isEnabled()
                || AuthenticatorUtils.getDisabledByBruteForceEventError(protector(), session, realm, user) != null;
    }

    void failed(UserModel user) {
        if (realm.isBruteForceProtected()) {
            protector()
                    .failedLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getUri(),
                            Set.of(CATEGORY));
        }
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }
}
