package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.decisions.Asker;
import dev.gatehouse.api.decisions.DecisionsAccess;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.decision.Decision;
import dev.gatehouse.organization.decision.Evaluation;
import dev.gatehouse.organization.keycloak.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** A request's session, translated for the decisions' resource. */
final class KeycloakDecisionsAccess implements DecisionsAccess {
    /** The realm role of services that may ask about everybody. */
    private static final String DECIDE = "decide-access";

    private final KeycloakSession session;
    private final Clock clock;

    KeycloakDecisionsAccess(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public Asker asker() {
        if (!Organizations.of(session).areAvailable()) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        Optional<ServiceCaller> service = ServiceCaller.byCredentials(session);
        if (service.isPresent()) {
            if (!service.get().holds(DECIDE)) {
                throw Problem.of(ProblemType.FORBIDDEN).refusal();
            }
            return Asker.SERVICE;
        }
        Caller caller = Caller.require(session);
        return ServiceCaller.of(caller).filter(one -> one.holds(DECIDE)).isPresent()
                ? Asker.SERVICE
                : new Asker(
                        caller.user().getId(),
                        session.getContext().getConnection().getRemoteHost());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public List<Decision> decide(List<Evaluation> evaluations) {
        return Organizations.of(session).decisions().decide(evaluations);
    }
}
