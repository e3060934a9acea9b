package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.ShownFactors;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Holds a login up until it has shown the second factor that something asks for. It is the net below every way in: whatever
 * flow a login ran (a password, an identity provider, single sign-on), Keycloak asks required actions before it is
 * complete.
 */
public final class RequiredSecondFactor implements RequiredActionProvider, RequiredActionFactory {

    public static final String ID = "SECOND_FACTOR";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!EnabledRealm.isEnabled(context.getRealm())) {
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        SecondFactors factors = SecondFactors.of(context.getSession());
        Enrolment.finished(login)
                .filter(type ->
                        factors.types(context.getRealm(), context.getUser()).contains(type))
                .ifPresent(type -> shown(context, ShownFactors.NONE.plus(type, factors.now())));
        NextFactor next = next(context);
        if (next.step() == NextFactor.Step.ENROL && !Enrolment.isUnderWay(login)) {
            Enrolment.demanded(context.getUser(), next.types()).ifPresent(type -> Enrolment.begin(login, type));
        }
        if (next.isNothing() || (next.step() == NextFactor.Step.ENROL && Enrolment.isUnderWay(login))) {
            login.removeRequiredAction(ID);
        } else {
            login.addRequiredAction(ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        NextFactor next = next(context);
        switch (next.step()) {
            case NOTHING -> context.success();
            case IMPOSSIBLE -> context.challenge(new SecondFactorPage(context.form()).impossible());
            case ENROL -> {
                if (next.types().size() == 1) {
                    enrol(context, next.types().iterator().next());
                } else {
                    context.challenge(new SecondFactorPage(context.form()).enrolment(next.types()));
                }
            }
            case SHOW -> new SecondFactorPrompt(context, next).show();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        NextFactor next = next(context);
        if (next.step() == NextFactor.Step.SHOW) {
            new SecondFactorPrompt(context, next).process().ifPresent(shown -> {
                shown(context, shown);
                context.success();
            });
            return;
        }
        String chosen = context.getHttpRequest().getDecodedFormParameters().getFirst(SecondFactorPage.TYPE);
        Optional<FactorType> type = next.types().stream()
                .filter(possible -> next.step() == NextFactor.Step.ENROL
                        && possible.wireName().equals(chosen))
                .findFirst();
        if (type.isPresent()) {
            enrol(context, type.get());
        } else {
            requiredActionChallenge(context);
        }
    }

    private static void shown(RequiredActionContext context, ShownFactors shown) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        new ShownNotes(context.getRealm()).record(login, shown);
        AuthenticationLevel.raise(context.getSession(), login, shown.level());
    }

    /** Another required action does it. While it is pending, this one stands aside. */
    private static void enrol(RequiredActionContext context, FactorType type) {
        Enrolment.begin(context.getAuthenticationSession(), type);
        context.success();
    }

    private static NextFactor next(RequiredActionContext context) {
        return SecondFactors.of(context.getSession())
                .next(
                        context.getAuthenticationSession(),
                        context.getUser(),
                        new ShownNotes(context.getRealm()).of(context.getAuthenticationSession()));
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Second factor that an organization asks for";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
