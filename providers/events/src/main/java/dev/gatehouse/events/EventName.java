package dev.gatehouse.events;

import java.util.Locale;

/**
 * What happened, in the words of consumers: {@code user.login}, {@code admin.organization-membership.create}. The name
 * says what was tried, the outcome how it ended; a CloudEvents type has both in one word.
 *
 * @param name lower case, words joined by hyphens, parts by dots
 */
public record EventName(String name, Outcome outcome) {
    private static final String PREFIX = "dev.gatehouse.";
    private static final String VERSION = ".v1";
    private static final String ERROR = "_ERROR";

    /** For an event of a user: {@code LOGIN}, {@code LOGIN_ERROR}. */
    public static EventName ofUser(String keycloakType) {
        return keycloakType.endsWith(ERROR)
                ? new EventName(
                        "user." + word(keycloakType.substring(0, keycloakType.length() - ERROR.length())),
                        Outcome.FAILURE)
                : new EventName("user." + word(keycloakType), Outcome.SUCCESS);
    }

    /** For what an administrator did to a resource: {@code ORGANIZATION_MEMBERSHIP}, {@code CREATE}. */
    public static EventName ofAdministrator(String resourceType, String operation, Outcome outcome) {
        return new EventName("admin." + word(resourceType) + "." + word(operation), outcome);
    }

    /** The CloudEvents type: {@code dev.gatehouse.user.login.v1}, {@code dev.gatehouse.user.login-failed.v1}. */
    public String cloudEventType() {
        return PREFIX + name + (outcome == Outcome.FAILURE ? "-failed" : "") + VERSION;
    }

    private static String word(String constant) {
        String word = constant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return word.length() > 60 ? word.substring(0, 60) : word;
    }
}
