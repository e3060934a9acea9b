package dev.gatehouse.organization;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that an invitation can be sent to.
 *
 * @param value lower case, as Keycloak keeps addresses
 */
public record EmailAddress(String value) {

    private static final int MAXIMUM_LENGTH = 254;
    /** RFC 5321's dot-string; quoted local parts are refused, as Keycloak's own check does for most of them. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final int MAXIMUM_LOCAL_PART = 64;

    static Checked<EmailAddress> check(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Checked.bad("/email", FieldCode.REQUIRED, "Must not be empty.");
        }
        if (text.length() > MAXIMUM_LENGTH) {
            return Checked.bad("/email", FieldCode.LENGTH, "Must have at most " + MAXIMUM_LENGTH + " characters.");
        }
        String address = text.toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1
                || at > MAXIMUM_LOCAL_PART
                || !LOCAL_PART.matcher(address.substring(0, at)).matches()) {
            return malformed();
        }
        Checked<DomainName> domain = DomainName.check("/email", address.substring(at + 1));
        return domain.isGood()
                ? Checked.good(new EmailAddress(
                        address.substring(0, at + 1) + domain.value().value()))
                : malformed();
    }

    /** Whether both name one mailbox, as Keycloak compares addresses. */
    public static boolean areSame(String address, @Nullable String other) {
        return other != null && address.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "an address";
    }

    private static Checked<EmailAddress> malformed() {
        return Checked.bad("/email", FieldCode.VALUE, "Must be an e-mail address.");
    }
}
