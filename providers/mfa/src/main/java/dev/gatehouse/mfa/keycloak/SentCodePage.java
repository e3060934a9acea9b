package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.OtpSettings;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page that asks for the code: what is shown for each outcome, in one place. */
record SentCodePage(LoginFormsProvider form, OtpSettings settings, SentCodeKind kind, String destination) {

    static final String CODE = "code";
    static final String RESEND = "resend";

    private static final String TEMPLATE = "one-time-code.ftl";

    Response after(ChallengeOutcome outcome) {
        form.setAttribute("otpResendAfter", seconds(outcome.resendAfter()));
        switch (outcome.status()) {
            case COOLING_DOWN -> form.setInfo("oneTimeCodeCoolingDown", seconds(outcome.resendAfter()));
            case LOCKED -> locked(outcome.resendAfter());
            case UNAVAILABLE -> form.setError("oneTimeCodeUnavailable");
            case SENT, KEPT, NOTHING_TO_SEND, UNKNOWN_METHOD -> {}
        }
        return page();
    }

    /** As {@link #after(ChallengeOutcome)}, and says that a code is on its way. */
    Response afterResend(ChallengeOutcome outcome) {
        if (outcome.status() == ChallengeOutcome.Status.SENT) {
            form.setSuccess("oneTimeCodeResent");
        }
        return after(outcome);
    }

    Response after(VerificationOutcome outcome) {
        switch (outcome.verdict()) {
            case WRONG -> {
                if (outcome.retryAfter().isZero()) {
                    fieldError("oneTimeCodeWrong", outcome.attemptsLeft());
                } else {
                    locked(outcome.retryAfter());
                }
            }
            case EXHAUSTED -> fieldError("oneTimeCodeExhausted", seconds(outcome.retryAfter()));
            case EXPIRED -> fieldError("oneTimeCodeExpired");
            case LOCKED -> locked(outcome.retryAfter());
            case ACCEPTED -> {}
        }
        return page();
    }

    /** As it looks while nothing was sent. */
    Response unsent() {
        return page();
    }

    Response missing() {
        fieldError(kind == SentCodeKind.EMAIL ? "emailOtpMissing" : "smsOtpMissing");
        return page();
    }

    private void locked(Duration rest) {
        if (rest.compareTo(settings.longestWait()) > 0) {
            form.setError(kind == SentCodeKind.EMAIL ? "emailOtpDisabled" : "smsOtpDisabled");
        } else {
            form.setError("oneTimeCodeLocked", seconds(rest));
        }
    }

    private void fieldError(String key, Object... parameters) {
        form.addError(new FormMessage(CODE, key, parameters));
    }

    private Response page() {
        return form.setAttribute("factorType", kind.type().wireName())
                .setAttribute("otpDestination", destination)
                .setAttribute("otpNumeric", settings.codeFormat().isNumeric())
                .setAttribute("otpLength", settings.codeFormat().length())
                .setAttribute("otpMinutes", settings.codeLifetime().toMinutes())
                .createForm(TEMPLATE);
    }

    /** Rounded up, so that waiting that long is long enough. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
