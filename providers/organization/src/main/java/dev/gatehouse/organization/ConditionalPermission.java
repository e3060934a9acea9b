package dev.gatehouse.organization;

import java.util.Optional;

/**
 * A permission of an application that a role carries on a condition, written {@code invoice:approve if CONDITION}. It
 * counts in decisions only; everywhere else it is as if it were not there.
 *
 * @param condition as it was written; whoever decides reads it, and what cannot be read is never met
 */
public record ConditionalPermission(Permission permission, String condition)
        implements Comparable<ConditionalPermission> {

    /** What one attribute of a Keycloak group holds. */
    public static final int MAXIMUM_LENGTH = 255;

    private static final String IF = " if ";

    /** Whether the text is meant to be one, well-formed or not. */
    public static boolean isMeant(String text) {
        return text.contains(" ");
    }

    /** The conditional permission of this text; nothing if it is none, or on a permission of Gatehouse's own. */
    public static Optional<ConditionalPermission> of(String text) {
        int at = text.indexOf(IF);
        return at < 0 || text.length() > MAXIMUM_LENGTH
                ? Optional.empty()
                : Permission.of(text.substring(0, at))
                        .filter(permission -> !permission.isBuiltIn())
                        .map(permission -> new ConditionalPermission(permission, text.substring(at + IF.length())));
    }

    /** As it was written, and is kept. */
    public String value() {
        return permission.value() + IF + condition;
    }

    @Override
    public int compareTo(ConditionalPermission other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
