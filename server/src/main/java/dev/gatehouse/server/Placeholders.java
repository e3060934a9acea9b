package dev.gatehouse.server;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ${NAME}} in a realm file that Keycloak's import fills from the environment. It leaves unknown ones as they
 * stand, so that a secret would be, literally, {@code ${NAME}}. Names in capitals are the environment's; others
 * ({@code ${role_admin}}, {@code ${client_account}}) are Keycloak's own message keys.
 */
final class Placeholders {
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private Placeholders() {}

    static SortedSet<String> missing(String realm, Predicate<String> isDefined) {
        SortedSet<String> missing = new TreeSet<>();
        Matcher placeholders = WITHOUT_DEFAULT.matcher(realm);
        while (placeholders.find()) {
            if (!isDefined.test(placeholders.group(1))) {
                missing.add(placeholders.group(1));
            }
        }
        return missing;
    }
}
