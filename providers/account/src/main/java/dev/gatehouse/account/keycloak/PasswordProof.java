package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.keycloak.registration.PasswordRules;
import java.time.Clock;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Has somebody who is logged in show the password once more. Guesses count as at a login, and an account that they have
 * shut says no to the right password as well.
 */
public final class PasswordProof {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public PasswordProof(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
    }

    /** Whether it is the password; then the session's login is as fresh as one of this moment. */
    public boolean show(UserSessionModel userSession, String password) {
        UserModel user = userSession.getUser();
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(session.getContext().getClient())
                .user(user)
                .session(userSession)
                .detail("reauthentication", "true");
        String shut = AuthenticatorUtils.getDisabledByBruteForceEventError(protector(), session, realm, user);
        if (shut != null) {
            new PasswordRules(session).pretendToCompare();
            event.error(shut);
            return false;
        }
        if (!user.credentialManager().isValid(UserCredentialModel.password(password))) {
            if (realm.isBruteForceProtected()) {
                protector()
                        .failedLogin(
                                realm,
                                user,
                                session.getContext().getConnection(),
                                session.getContext().getUri(),
                                Set.of(PasswordCredentialModel.TYPE));
            }
            event.error(Errors.INVALID_USER_CREDENTIALS);
            return false;
        }
        if (realm.isBruteForceProtected()) {
            protector()
                    .successfulLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getUri(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
        userSession.setNote(
                AuthenticationManager.AUTH_TIME, String.valueOf(clock.instant().getEpochSecond()));
        event.success();
        return true;
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }
}
