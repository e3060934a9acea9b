package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.ShownFactors;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The factors that a login or session has shown, out of two notes: Keycloak's of the steps that a browser flow completed, and
 * ours of what was shown elsewhere. Both become the user session's when the login is complete, and both go when the login
 * begins anew.
 */
record ShownNotes(RealmModel realm) {

    private static final String NOTE = "gatehouse.mfa.shown";

    private static final Map<String, FactorType> AUTHENTICATORS = Map.of(
            EmailOtpAuthenticatorFactory.ID, FactorType.EMAIL,
            SmsOtpAuthenticatorFactory.ID, FactorType.SMS,
            OTPFormAuthenticatorFactory.PROVIDER_ID, FactorType.TOTP,
            RecoveryAuthnCodesFormAuthenticatorFactory.PROVIDER_ID, FactorType.BACKUP_CODES,
            WebAuthnAuthenticatorFactory.PROVIDER_ID, FactorType.PASSKEY,
            WebAuthnPasswordlessAuthenticatorFactory.PROVIDER_ID, FactorType.PASSKEY);

    ShownFactors of(AuthenticationSessionModel login) {
        return of(login.getUserSessionNotes()::get);
    }

    ShownFactors of(UserSessionModel userSession) {
        return of(userSession::getNote);
    }

    void record(AuthenticationSessionModel login, ShownFactors shown) {
        ShownFactors before = ShownFactors.parse(login.getUserSessionNotes().get(NOTE));
        login.setUserSessionNote(NOTE, before.plus(shown).text());
    }

    void record(UserSessionModel userSession, ShownFactors shown) {
        ShownFactors before = ShownFactors.parse(userSession.getNote(NOTE));
        userSession.setNote(NOTE, before.plus(shown).text());
    }

    /** Single sign-on: the login has shown what its session has. Keycloak does the same with its own note. */
    void carryOver(UserSessionModel userSession, AuthenticationSessionModel login) {
        ShownFactors before = ShownFactors.parse(userSession.getNote(NOTE));
        if (before.any()) {
            record(login, before);
        }
    }

    private ShownFactors of(Function<String, @Nullable String> notes) {
        ShownFactors shown = ShownFactors.parse(notes.apply(NOTE));
        String completed = notes.apply(Constants.AUTHENTICATORS_COMPLETED);
        if (completed == null) {
            return shown;
        }
        for (var step : AuthenticatorUtils.parseCompletedExecutions(completed).entrySet()) {
            AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(step.getKey());
            FactorType type = execution == null || execution.getAuthenticator() == null
                    ? null
                    : AUTHENTICATORS.get(execution.getAuthenticator());
            if (type != null) {
                shown = shown.plus(type, Instant.ofEpochSecond(step.getValue()));
            }
        }
        return shown;
    }
}
