package dev.gatehouse.account;

import java.util.Locale;
import java.util.Map;

/**
 * Something that the account has to do before it may log in.
 *
 * @param name as the contract says it, such as {@code update_password}
 */
public record RequiredAction(String name) {
    /** Keycloak's names that are not simply ours in capitals. */
    private static final Map<String, String> NAMES = Map.of("TERMS_AND_CONDITIONS", "terms");

    /** The action that Keycloak knows under this provider id. */
    public static RequiredAction of(String providerId) {
        return new RequiredAction(NAMES.getOrDefault(
                providerId, providerId.toLowerCase(Locale.ROOT).replace('-', '_')));
    }
}
