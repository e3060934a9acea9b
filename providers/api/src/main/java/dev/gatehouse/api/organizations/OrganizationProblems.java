package dev.gatehouse.api.organizations;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.Quota;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.invitation.MailAllowance;
import java.util.List;

/** Which problem a refusal is: the one place that translates verdicts. */
final class OrganizationProblems {
    private static final Quota MAILS = new Quota("invitation-mails", MailAllowance.MAXIMUM, MailAllowance.WINDOW);

    private OrganizationProblems() {}

    static Problem of(Outcome<?> refused) {
        return switch (refused.verdict()) {
            case DONE -> throw new IllegalArgumentException("nothing was refused");
            case HIDDEN, UNKNOWN_USER, UNKNOWN_INVITATION -> Problem.of(ProblemType.NOT_FOUND);
            case FORBIDDEN -> Problem.of(ProblemType.FORBIDDEN);
            case ROLE_NOT_HELD ->
                Problem.of(ProblemType.FORBIDDEN).detail("Nobody grants a role that allows more than their own roles.");
            case UNKNOWN_ROLE, MALFORMED -> Problem.invalid(refused.errors());
            case ALREADY_MEMBER -> Problem.of(ProblemType.CONFLICT).detail("The user is a member already.");
            case ALREADY_INVITED ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("An invitation waits there already: send it again, or take it back first.");
            case TOO_MANY_INVITATIONS ->
                Problem.of(ProblemType.CONFLICT).detail("Too many invitations wait: take some back first.");
            case NO_SEAT ->
                Problem.of(ProblemType.CONFLICT).detail("All seats of the organization are taken or promised.");
            case INVALID_INVITATION -> Problem.of(ProblemType.INVALID_GRANT);
            case MAILED_ENOUGH -> MAILS.exceeded(MailAllowance.COOLDOWN);
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
