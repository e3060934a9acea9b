package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.SecondFactor;
import dev.gatehouse.mfa.ShownFactors;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Asks for one of a user's factors outside of a flow, with the same engine and the same counting of failures. */
record SecondFactorPrompt(RequiredActionContext context, NextFactor next) {

    private static final String CHOSEN = "gatehouse.mfa.method";
    private static final String METHOD = "method";
    private static final String OTHER = "other";

    /** The page of the factor that was chosen last, or of the user's first. */
    void show() {
        new DueFactor(login()).markDue(RequiredSecondFactor.ID);
        Optional<SecondFactor> factor = chosen();
        if (factor.isEmpty()) {
            context.challenge(page().impossible());
        } else if (isSent(factor.get())) {
            Optional<SentCodes> codes = codes(factor.get());
            if (codes.isPresent()) {
                context.challenge(sentPage(factor.get()).after(codes.get().show()));
            } else {
                context.challenge(page().impossible());
            }
        } else {
            context.challenge(page().code(factor.get(), isThereAnother()));
        }
    }

    /** What was shown, if what was sent is right; else the next page was set. */
    Optional<ShownFactors> process() {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        Optional<SecondFactor> factor = chosen();
        if (input.containsKey(METHOD)) {
            choose(input.getFirst(METHOD));
        } else if (input.containsKey(OTHER)) {
            context.challenge(page().methods(methods()));
        } else if (factor.isEmpty() || !input.containsKey(SentCodePage.CODE)) {
            show();
        } else if (input.containsKey(SentCodePage.RESEND)) {
            new DueFactor(login()).markDue(RequiredSecondFactor.ID);
            ChallengeOutcome outcome =
                    factors().challenge(login(), context.getUser(), factor.get().id());
            context.challenge(sentPage(factor.get()).afterResend(outcome));
        } else {
            return judge(factor.get(), input.getFirst(SentCodePage.CODE));
        }
        return Optional.empty();
    }

    private Optional<ShownFactors> judge(SecondFactor factor, String code) {
        boolean isSent = isSent(factor);
        if (code.isBlank()) {
            context.challenge(isSent ? sentPage(factor).missing() : page().missing(factor, isThereAnother()));
            return Optional.empty();
        }
        new DueFactor(login()).markDue(RequiredSecondFactor.ID);
        VerificationOutcome outcome = factors().verify(login(), context.getUser(), factor.id(), code);
        if (outcome.isAccepted()) {
            if (factor.type() == FactorType.BACKUP_CODES) {
                FewBackupCodes.count(context.getSession(), login(), context.getUser());
            }
            return Optional.of(new DueFactor(login()).shown(RequiredSecondFactor.ID, context.getUser()));
        }
        context.getEvent().clone().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.challenge(isSent ? sentPage(factor).after(outcome) : page().after(outcome, factor, isThereAnother()));
        return Optional.empty();
    }

    private void choose(String methodId) {
        if (methods().stream().anyMatch(method -> method.id().equals(methodId))) {
            login().setAuthNote(CHOSEN, methodId);
        }
        show();
    }

    private Optional<SecondFactor> chosen() {
        String id = login().getAuthNote(CHOSEN);
        List<SecondFactor> methods = methods();
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .or(() -> methods.stream().findFirst());
    }

    private List<SecondFactor> methods() {
        return SecondFactors.methods(context.getUser(), next);
    }

    private boolean isThereAnother() {
        return methods().size() > 1;
    }

    private Optional<SentCodes> codes(SecondFactor factor) {
        return factors()
                .dueChallenge(login(), context.getUser())
                .flatMap(challenge -> challenge.sentCodes(factor.id()));
    }

    private static boolean isSent(SecondFactor factor) {
        return SentCodeKind.of(factor.type()).isPresent();
    }

    private SentCodePage sentPage(SecondFactor factor) {
        return new SentCodePage(
                context.form().setAttribute("factorOther", isThereAnother()),
                Mfa.of(context.getSession()).engine().settings(),
                SentCodeKind.of(factor.type()).orElseThrow(),
                factor.label());
    }

    private SecondFactorPage page() {
        return new SecondFactorPage(context.form());
    }

    private SecondFactors factors() {
        return SecondFactors.of(context.getSession());
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}
