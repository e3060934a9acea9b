package dev.gatehouse.account.registration;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Map;
import java.util.Set;

/** What Keycloak's user profile finds wrong, in the words of the contract. */
public final class ProfileErrors {
    private static final Map<String, String> FIELDS = Map.of(
            "username", "/username",
            "email", "/email",
            "firstName", "/first_name",
            "lastName", "/last_name",
            "locale", "/locale");

    private static final Set<String> MISSING = Set.of(
            "error-user-attribute-required",
            "missingUsernameMessage",
            "missingEmailMessage",
            "missingFirstNameMessage",
            "missingLastNameMessage");

    private ProfileErrors() {}

    /** Where an attribute stands in a request (RFC 6901). */
    public static String pointer(String attribute) {
        String field = FIELDS.get(attribute);
        return field != null
                ? field
                : "/attributes/" + attribute.replace("~", "~0").replace("/", "~1");
    }

    /** Whether this attribute has a field of its own and cannot stand among the others. */
    public static boolean isField(String attribute) {
        return FIELDS.containsKey(attribute);
    }

    /** @param message Keycloak's key of it, which never repeats what was sent */
    public static FieldError of(String attribute, String message) {
        String code = MISSING.contains(message)
                ? "required"
                : message.startsWith("error-invalid-length") ? "length" : "value";
        return new FieldError(
                pointer(attribute), code, "The realm's user profile does not accept this (" + message + ").");
    }
}
