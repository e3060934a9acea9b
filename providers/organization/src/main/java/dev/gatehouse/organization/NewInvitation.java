package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to invite somebody, checked.
 *
 * @param message a few words from the inviter, plain text
 */
public record NewInvitation(
        EmailAddress email, RoleChoice roles, @Nullable String message) {

    private static final int MAXIMUM_MESSAGE = 500;

    public static Checked<NewInvitation> check(
            @Nullable String email, @Nullable List<String> roles, @Nullable String message) {
        List<FieldError> errors = new ArrayList<>();
        Checked<EmailAddress> address = EmailAddress.check(email);
        errors.addAll(address.errors());
        String words = null;
        if (message != null && !message.isEmpty()) {
            Checked<String> text = new PlainText("/message", MAXIMUM_MESSAGE, true).check(message);
            errors.addAll(text.errors());
            words = text.isGood() ? text.value() : null;
        }
        return errors.isEmpty()
                ? Checked.good(new NewInvitation(address.value(), RoleChoice.ofNullable(roles), words))
                : Checked.bad(errors);
    }
}
