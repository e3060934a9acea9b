package dev.gatehouse.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short name of an organization in scopes, tokens and addresses. Never changes, unique in the realm.
 *
 * @param value lower-case letters, digits and single hyphens, at most 63: what a DNS label may be
 */
public record Alias(String value) {

    static final int MAXIMUM_LENGTH = 63;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    static Checked<Alias> check(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Checked.bad("/alias", FieldCode.LENGTH, "Must have at most " + MAXIMUM_LENGTH + " characters.");
        }
        return FORM.matcher(text).matches()
                ? Checked.good(new Alias(text))
                : Checked.bad(
                        "/alias", FieldCode.VALUE, "Must be lower-case letters and digits, with hyphens between them.");
    }

    /** The alias that a name suggests ({@code Müller & Söhne} becomes {@code muller-sohne}). */
    static Checked<Alias> from(String name) {
        String letters =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String hyphened = OTHER.matcher(letters.toLowerCase(Locale.ROOT).replace("ß", "ss"))
                .replaceAll("-");
        String alias = trimmed(hyphened.substring(0, Math.min(hyphened.length(), MAXIMUM_LENGTH + 1)));
        if (alias.length() > MAXIMUM_LENGTH) {
            alias = trimmed(alias.substring(0, MAXIMUM_LENGTH));
        }
        return alias.isEmpty()
                ? Checked.bad("/alias", FieldCode.REQUIRED, "The name suggests no alias: send one.")
                : Checked.good(new Alias(alias));
    }

    private static String trimmed(String alias) {
        int start = alias.startsWith("-") ? 1 : 0;
        int end = alias.endsWith("-") ? alias.length() - 1 : alias.length();
        return start < end ? alias.substring(start, end) : "";
    }
}
