package dev.gatehouse.mfa.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Keycloak's own count of failed logins. A login page's failures reach it by themselves; those told by REST do not.
 *
 * <p>Reads the count itself and not {@link BruteForceProtector#isTemporarilyDisabled}: that one also says yes for the
 * moment in which the failure before is still being counted, which would turn a person's quick second try away. Parallel
 * guesses, its reason for doing so, are the engine's to stop.
 */
record BruteForce(KeycloakSession session, RealmModel realm) {

    /** Keycloak counts the failures of a few categories only and passes over any other in silence. */
    static final String CATEGORY = OTPCredentialModel.TYPE;

    /** How long this account stays shut; zero if it is open. */
    Duration lockedFor(UserModel user, Instant now) {
        if (!realm.isBruteForceProtected()) {
            return Duration.ZERO;
        }
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        if (failures == null) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(now, Instant.ofEpochSecond(failures.getFailedLoginNotBefore()));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    void failed(UserModel user) {
        if (realm.isBruteForceProtected()) {
            session.getProvider(BruteForceProtector.class)
                    .failedLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getUri(),
                            Set.of(CATEGORY));
        }
    }
}
