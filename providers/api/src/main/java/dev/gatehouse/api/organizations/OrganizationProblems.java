package dev.gatehouse.api.organizations;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Outcome;
import java.util.List;

/** Which problem a refusal is: the one place that translates verdicts. */
final class OrganizationProblems {
    private OrganizationProblems() {}

    static Problem of(Outcome<?> refused) {
        return switch (refused.verdict()) {
            case DONE -> throw new IllegalArgumentException("nothing was refused");
            case HIDDEN, UNKNOWN_USER -> Problem.of(ProblemType.NOT_FOUND);
            case FORBIDDEN -> Problem.of(ProblemType.FORBIDDEN);
            case ROLE_NOT_HELD ->
                Problem.of(ProblemType.FORBIDDEN).detail("Nobody grants a role that allows more than their own roles.");
            case UNUSABLE_POLICY -> Problem.invalid(refused.errors());
            case REALM_POLICY ->
                Problem.of(ProblemType.FORBIDDEN).detail("Seats and rate limit are set by the realm's administrators.");
            case UNKNOWN_ROLE -> Problem.invalid(refused.errors());
            case ALREADY_MEMBER -> Problem.of(ProblemType.CONFLICT).detail("The user is a member already.");
            case NAME_TAKEN -> taken("/name", "An organization of this name exists.");
            case ALIAS_TAKEN -> taken("/alias", "An organization with this alias exists.");
            case DOMAIN_TAKEN -> taken("/domains", "An organization has one of these domains.");
            case TAKEN_MEANWHILE ->
                Problem.of(ProblemType.CONFLICT).detail("Somebody was faster: the name or the alias is taken.");
            case UNDELIVERABLE ->
                Problem.of(ProblemType.TEMPORARILY_UNAVAILABLE).header("Retry-After", "60");
        };
    }

    private static Problem taken(String pointer, String message) {
        return Problem.of(ProblemType.CONFLICT)
                .detail(message)
                .with("errors", List.of(new FieldError(pointer, "value", message)));
    }
}
