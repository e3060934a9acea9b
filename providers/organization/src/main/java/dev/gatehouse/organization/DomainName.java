package dev.gatehouse.organization;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An internet domain, in the form that DNS and addresses use.
 *
 * @param value lower-case ASCII, international names in their {@code xn--} form, at least two labels
 */
public record DomainName(String value) {

    private static final int MAXIMUM_LENGTH = 253;
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public static Checked<DomainName> check(String pointer, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Checked.bad(pointer, FieldCode.REQUIRED, "Must not be empty.");
        }
        if (text.length() > MAXIMUM_LENGTH) {
            return Checked.bad(pointer, FieldCode.LENGTH, "Must have at most " + MAXIMUM_LENGTH + " characters.");
        }
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notInternational) {
            return malformed(pointer);
        }
        return ascii.length() <= MAXIMUM_LENGTH && FORM.matcher(ascii).matches()
                ? Checked.good(new DomainName(ascii))
                : malformed(pointer);
    }

    /** Whether this address is in the domain itself; a sub-domain is another domain. */
    public boolean holds(String email) {
        return email.toLowerCase(Locale.ROOT).endsWith("@" + value);
    }

    private static Checked<DomainName> malformed(String pointer) {
        return Checked.bad(pointer, FieldCode.VALUE, "Must be an internet domain such as example.com.");
    }
}
