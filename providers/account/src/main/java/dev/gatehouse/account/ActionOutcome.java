package dev.gatehouse.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action that a login waits for.
 *
 * @param account why it was not done, or that it was
 * @param login how the login goes on from there
 */
public record ActionOutcome(
        AccountOutcome account, @Nullable LoginOutcome login) {
    public static ActionOutcome refused(AccountOutcome why) {
        return new ActionOutcome(why, null);
    }

    public static ActionOutcome goesOn(LoginOutcome login) {
        return new ActionOutcome(AccountOutcome.DONE, login);
    }

    /** Nothing where the action was refused; the token of the login is good still. */
    public Optional<LoginOutcome> next() {
        return Optional.ofNullable(login);
    }
}
