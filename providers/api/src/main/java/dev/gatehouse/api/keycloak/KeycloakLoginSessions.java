package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.Tokens;
import dev.gatehouse.account.keycloak.OwnSessions;
import dev.gatehouse.account.keycloak.PasswordProof;
import dev.gatehouse.account.keycloak.SessionEnd;
import dev.gatehouse.account.keycloak.SteppedUpTokens;
import dev.gatehouse.account.keycloak.registration.PasswordChange;
import dev.gatehouse.account.session.OpenSession;
import dev.gatehouse.account.session.SessionPosition;
import dev.gatehouse.api.auth.LoginSessions;
import dev.gatehouse.api.mfa.StepUpDemand;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The user sessions of the request's caller in Keycloak. */
record KeycloakLoginSessions(KeycloakSession keycloak, Clock clock) implements LoginSessions {
    @Override
    public void endOfCaller() {
        Caller caller = Caller.require(keycloak);
        new SessionEnd(keycloak).end(caller.session(), caller.client());
    }

    @Override
    public boolean endOfRefreshToken(String refreshToken) {
        return new SessionEnd(keycloak).endOf(refreshToken);
    }

    @Override
    public Own own() {
        Caller caller =
                Caller.require(keycloak).ofFirstParty("Only first-party clients see and end a person's sessions.");
        return new CallersOwn(caller, new OwnSessions(keycloak, caller.user(), clock));
    }

    @Override
    public Optional<Tokens> reauthenticate(String password) {
        Caller caller = mayAskForPasswords();
        return new PasswordProof(keycloak, clock).show(caller.session(), password)
                ? Optional.of(new SteppedUpTokens(keycloak).issue(caller.session(), caller.client()))
                : Optional.empty();
    }

    @Override
    public AccountOutcome changePassword(String current, String password) {
        Caller caller = mayAskForPasswords();
        StepUpDemand.refuseUnlessShown(OwnFactors.of(keycloak, caller.session()).stepUp());
        return new PasswordChange(keycloak).replace(caller.session(), current, password);
    }

    private Caller mayAskForPasswords() {
        String refusal = "Only first-party clients may ask people for their password.";
        Caller caller = Caller.require(keycloak).ofFirstParty(refusal);
        if (!caller.client().isDirectAccessGrantsEnabled()) {
            throw Problem.of(ProblemType.FORBIDDEN).detail(refusal).refusal();
        }
        return caller;
    }

    private record CallersOwn(Caller caller, OwnSessions sessions) implements Own {
        @Override
        public String currentId() {
            return caller.session().getId();
        }

        @Override
        public CursorSeal seal() {
            return new CursorSeal(
                    RealmSecret.of(caller.keycloak(), caller.session().getRealm(), "list cursors"),
                    "sessions of " + caller.user().getId());
        }

        @Override
        public Page<OpenSession> page(SessionPosition after, int limit) {
            return sessions.page(after, limit);
        }

        @Override
        public boolean end(String id) {
            return sessions.end(id, caller.client());
        }

        @Override
        public void endOthers() {
            sessions.endAllBut(currentId(), caller.client());
        }
    }
}
