package dev.gatehouse.account.profile;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Locale;

/** Which rule of the realm's policy a password breaks. */
public final class PasswordFault {
    private PasswordFault() {}

    /** @param key of Keycloak's message: {@code invalidPasswordMinLengthMessage} becomes the code {@code min_length} */
    public static FieldError at(String pointer, String key) {
        String code = key.replaceFirst("^invalidPassword", "")
                .replaceFirst("Message$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z_]", "");
        return new FieldError(
                pointer, code.isEmpty() ? "password_policy" : code, "The realm's policy refuses this password.");
    }
}
