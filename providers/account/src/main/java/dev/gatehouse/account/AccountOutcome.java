package dev.gatehouse.account;

import dev.gatehouse.account.password.BrokenRule;
import dev.gatehouse.foundation.problem.FieldError;
import java.util.List;

/**
 * What became of something asked about an account.
 *
 * @param errors the fields that are wrong or taken, by pointer
 * @param rules the rules of the realm's password policy that a password breaks
 */
public record AccountOutcome(Status status, List<FieldError> errors, List<BrokenRule> rules) {
    /** How it ended, as far as the caller may know. */
    public enum Status {
        DONE,
        /** The realm does not let this caller do it. */
        CLOSED,
        /** The realm's user profile refuses fields of the request. */
        INVALID,
        /** The realm's password policy refuses the password. */
        PASSWORD_POLICY,
        /** The token is unknown, expired, used, or what it was for has changed. */
        TOKEN,
        /** The token asks for the password of the registration beside it. */
        PASSWORD_MISSING,
        PASSWORD_WRONG,
        /** Somebody else has it. */
        TAKEN,
        /** The organization of the invitation takes nobody in. */
        NOT_ADMITTED,
        /** The password is kept where it cannot be changed from here. */
        READ_ONLY
    }

    public static final AccountOutcome DONE = of(Status.DONE);

    public AccountOutcome {
        errors = List.copyOf(errors);
        rules = List.copyOf(rules);
    }

    public static AccountOutcome of(Status status) {
        return new AccountOutcome(status, List.of(), List.of());
    }

    public static AccountOutcome invalid(List<FieldError> errors) {
        return new AccountOutcome(Status.INVALID, errors, List.of());
    }

    public static AccountOutcome taken(FieldError field) {
        return new AccountOutcome(Status.TAKEN, List.of(field), List.of());
    }

    public static AccountOutcome refusedPassword(List<BrokenRule> rules) {
        return new AccountOutcome(Status.PASSWORD_POLICY, List.of(), rules);
    }

    public boolean isDone() {
        return status == Status.DONE;
    }
}
