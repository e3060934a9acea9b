package dev.gatehouse.mfa.keycloak;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where a code is good: one step of one login, or one session that steps up or sets a factor up.
 *
 * @param sessionId shared by the tabs of one browser
 * @param executionId the step, so that its code satisfies no other
 */
record CodeStep(RealmModel realm, String sessionId, String executionId) {

    static CodeStep of(AuthenticationSessionModel login, String executionId) {
        return new CodeStep(login.getRealm(), login.getParentSession().getId(), executionId);
    }

    static CodeStep of(UserSessionModel userSession, String executionId) {
        return new CodeStep(userSession.getRealm(), userSession.getId(), executionId);
    }
}
