package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SecondFactor;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages on which somebody chooses a second factor, or types the code of one that sends nothing. */
record SecondFactorPage(LoginFormsProvider form) {

    static final String TYPE = "type";

    private static final String CHOICE = "second-factor-choice.ftl";
    private static final String CODE = "one-time-code.ftl";

    /** Which kind to set up. */
    Response enrolment(Collection<FactorType> types) {
        return choice(
                "enrol",
                TYPE,
                types.stream()
                        .map(type -> Map.of("value", type.wireName(), "type", type.wireName(), "label", ""))
                        .toList());
    }

    /** Which of the user's factors to show. */
    Response methods(List<SecondFactor> methods) {
        return choice(
                "show",
                "method",
                methods.stream()
                        .map(method -> Map.of(
                                "value", method.id(), "type", method.type().wireName(), "label", method.label()))
                        .toList());
    }

    Response code(SecondFactor factor, boolean isThereAnother) {
        return form.setAttribute("factorType", factor.type().wireName())
                .setAttribute("factorOther", isThereAnother)
                .createForm(CODE);
    }

    Response missing(SecondFactor factor, boolean isThereAnother) {
        form.addError(new FormMessage(SentCodePage.CODE, "secondFactorMissing"));
        return code(factor, isThereAnother);
    }

    Response after(VerificationOutcome outcome, SecondFactor factor, boolean isThereAnother) {
        Duration rest = outcome.retryAfter();
        if (rest.isZero()) {
            form.addError(new FormMessage(SentCodePage.CODE, "secondFactorWrong"));
        } else {
            form.setError("secondFactorLocked", rest.plusMillis(999).toSeconds());
        }
        return code(factor, isThereAnother);
    }

    /** No kind that is asked for can be had here: somebody with more rights has to help. */
    Response impossible() {
        return form.setError("secondFactorImpossible").createErrorPage(Response.Status.FORBIDDEN);
    }

    private Response choice(String what, String field, List<Map<String, String>> choices) {
        return form.setAttribute("factorChoice", what)
                .setAttribute("factorField", field)
                .setAttribute("factorChoices", choices)
                .createForm(CHOICE);
    }
}
