package dev.gatehouse.organization.role;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.ConditionalPermission;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.PlainText;
import dev.gatehouse.organization.decision.Conditions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a role as somebody wrote them, checked one by one. */
final class RoleText {

    static final int MAXIMUM_NAME = 63;
    static final int MAXIMUM_PERMISSIONS = 100;
    /** What a column of Keycloak's holds. */
    static final int MAXIMUM_DESCRIPTION = 255;

    /** Names stand in tokens, paths and code: one way to write each, and nothing that only looks like another. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");

    private RoleText() {}

    static Checked<String> name(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Checked.bad("/name", FieldCode.REQUIRED, "Must not be empty.");
        }
        if (text.length() > MAXIMUM_NAME) {
            return Checked.bad("/name", FieldCode.LENGTH, "Must have at most " + MAXIMUM_NAME + " characters.");
        }
        return NAME.matcher(text).matches()
                ? Checked.good(text)
                : Checked.bad(
                        "/name",
                        FieldCode.VALUE,
                        "Must be lower-case letters and digits, with single dots, hyphens or underscores between them.");
    }

    /** Empty for none. */
    static Checked<String> description(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Checked.good("");
        }
        Checked<String> plain = new PlainText("/description", MAXIMUM_DESCRIPTION, false).check(text);
        // Some databases count a character beyond the first 65 536 twice.
        return plain.isGood() && plain.value().length() > MAXIMUM_DESCRIPTION
                ? Checked.bad(
                        "/description",
                        FieldCode.LENGTH,
                        "Must have at most " + MAXIMUM_DESCRIPTION + " characters, and half as many emoji.")
                : plain;
    }

    /** Each counts once, however often it stands there. */
    static Checked<Set<String>> permissions(@Nullable List<String> texts) {
        if (texts == null) {
            return Checked.bad("/permissions", FieldCode.REQUIRED, "Must be a list, which may be empty.");
        }
        if (texts.size() > MAXIMUM_PERMISSIONS) {
            return Checked.bad("/permissions", FieldCode.LENGTH, "Must be at most " + MAXIMUM_PERMISSIONS + ".");
        }
        Set<String> permissions = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            String pointer = "/permissions/" + at;
            permissions.add(text);
            mistake(text).ifPresent(message -> errors.add(new FieldError(pointer, FieldCode.VALUE, message)));
        }
        return errors.isEmpty() ? Checked.good(permissions) : Checked.bad(errors);
    }

    private static Optional<String> mistake(String text) {
        if (!ConditionalPermission.isMeant(text)) {
            return Permission.of(text).isPresent()
                    ? Optional.empty()
                    : Optional.of("Must be a permission of Gatehouse, or resource:action on a resource of your own.");
        }
        if (text.length() > ConditionalPermission.MAXIMUM_LENGTH) {
            return Optional.of("Must have at most " + ConditionalPermission.MAXIMUM_LENGTH + " characters.");
        }
        return ConditionalPermission.of(text)
                .map(conditional -> Conditions.mistake(conditional.condition()))
                .orElse(Optional.of("Must be a permission of an application, \" if \" and a condition;"
                        + " a permission of Gatehouse carries none."));
    }
}
