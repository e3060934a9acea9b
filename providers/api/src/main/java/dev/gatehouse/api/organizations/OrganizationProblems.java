package dev.gatehouse.api.organizations;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.Quota;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.domain.DomainProofs;
import dev.gatehouse.organization.invitation.MailAllowance;
import java.util.List;

/** Which problem a refusal is: the one place that translates verdicts. */
public final class OrganizationProblems {
    private static final Quota MAILS = new Quota("invitation-mails", MailAllowance.MAXIMUM, MailAllowance.WINDOW);

    private OrganizationProblems() {}

    public static Problem of(Outcome<?> refused) {
        return switch (refused.verdict()) {
            case DONE -> throw new IllegalArgumentException("nothing was refused");
            case HIDDEN, UNKNOWN_USER, UNKNOWN_INVITATION, ABSENT_ROLE -> Problem.of(ProblemType.NOT_FOUND);
            case FORBIDDEN -> Problem.of(ProblemType.FORBIDDEN);
            case ROLE_NOT_HELD ->
                Problem.of(ProblemType.FORBIDDEN).detail("Nobody grants a role that allows more than their own roles.");
            case UNKNOWN_ROLE, MALFORMED, UNCHANGEABLE -> Problem.invalid(refused.errors());
            case MEMBER_HOLDS_MORE -> forbidden("Nobody changes or removes a member who holds more than they do.");
            case ROLE_ALLOWS_MORE -> forbidden("Nobody changes or removes a role that allows more than their own.");
            case HELD_BY_HIGHER ->
                forbidden("The role is held by a member who holds more than you do, and would change with it.");
            case ENABLED_BY_REALM -> forbidden("Only an administrator of the realm turns an organization off and on.");
            case BUILT_IN_ROLE -> conflict("The built-in roles are the same in every organization and never change.");
            case ROLE_EXISTS -> taken("/name", "The organization has a role of this name.");
            case TOO_MANY_ROLES -> conflict("The organization has as many roles of its own as it may.");
            case LAST_OWNER -> conflict("The last owner can be neither removed nor demoted: name another owner first.");
            case MANAGED_MEMBER ->
                conflict("The account belongs to the organization's identity provider and would be deleted with the"
                        + " membership: an administrator of the realm has to do that.");
            case MANAGED_MEMBERS ->
                conflict("Accounts of members belong to the organization's identity provider and would be deleted with"
                        + " it: an administrator of the realm has to do that.");
            case UNCONFIRMED ->
                Problem.of(ProblemType.INVALID_REQUEST)
                        .detail("Deleting cannot be undone: repeat it with ?confirm= and the organization's alias.");
            case UNUSABLE_POLICY -> Problem.invalid(refused.errors());
            case REALM_POLICY -> forbidden("Seats and rate limit are set by the realm's administrators.");
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
            case OUTSIDE_DOMAINS ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("The organization is restricted to people of its verified domains.")
                        .with("errors", refused.errors());
            case DOMAIN_REFUSED -> Problem.invalid(refused.errors());
            case DOMAIN_CLAIMED ->
                taken("/domain", "The organization has this domain with, or without, a wildcard: delete that first.");
            case TOO_MANY_DOMAINS ->
                Problem.of(ProblemType.CONFLICT)
                        .detail("An organization claims at most " + DomainProofs.MAXIMUM_DOMAINS + " domains.");
            case DOMAIN_UNPROVED ->
                Problem.of(ProblemType.CONFLICT)
                        .detail(refused.errors().get(0).message())
                        .with("errors", refused.errors());
            case DNS_UNAVAILABLE ->
                Problem.of(ProblemType.TEMPORARILY_UNAVAILABLE)
                        .detail(refused.errors().get(0).message())
                        .header("Retry-After", "60");
            case ABSENT_DOMAIN -> Problem.of(ProblemType.NOT_FOUND);
            case TAKEN_MEANWHILE ->
                Problem.of(ProblemType.CONFLICT).detail("Somebody was faster: the name or the alias is taken.");
            case UNDELIVERABLE ->
                Problem.of(ProblemType.TEMPORARILY_UNAVAILABLE).header("Retry-After", "60");
        };
    }

    private static Problem forbidden(String why) {
        return Problem.of(ProblemType.FORBIDDEN).detail(why);
    }

    private static Problem conflict(String why) {
        return Problem.of(ProblemType.CONFLICT).detail(why);
    }

    private static Problem taken(String pointer, String message) {
        return Problem.of(ProblemType.CONFLICT)
                .detail(message)
                .with("errors", List.of(new FieldError(pointer, "value", message)));
    }
}
