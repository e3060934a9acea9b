package dev.gatehouse.api.decisions;

import dev.gatehouse.organization.decision.Decision;
import dev.gatehouse.organization.decision.Evaluation;
import java.time.Instant;
import java.util.List;

/** What one request for decisions comes from, so that the resource itself knows no session. */
public interface DecisionsAccess {
    /** Who asks; thrown as a problem if nobody may ask. */
    Asker asker();

    Instant now();

    /** The answers, in the order of the questions. */
    List<Decision> decide(List<Evaluation> evaluations);
}
