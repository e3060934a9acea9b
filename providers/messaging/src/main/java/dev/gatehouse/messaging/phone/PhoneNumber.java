package dev.gatehouse.messaging.phone;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number in international form (E.164). It is personal: {@link #toString()} shows only {@link #masked()}, so
 * that it reaches no log by accident. Whether messages may go to it, a {@link NumberingPlan} says.
 *
 * @param e164 {@code +4915112345678}
 */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** The calling codes of one and two digits (ITU-T E.164); all others have three. */
    private static final Set<String> SHORT_CALLING_CODES = Set.of(
            "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
            "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
            "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException("A phone number in E.164 is a plus sign and 7 to 15 digits");
        }
    }

    /** Whether a text has the form of a number in E.164, as it is stored. */
    public static boolean isE164(String text) {
        return E164.matcher(text).matches();
    }

    /** Of the country, or the group of countries: {@code +49}. */
    public String callingCode() {
        for (int digits = 1; digits <= 2; digits++) {
            if (SHORT_CALLING_CODES.contains(e164.substring(1, 1 + digits))) {
                return e164.substring(0, 1 + digits);
            }
        }
        return e164.substring(0, 4);
    }

    /** The block of ten thousand numbers it is in. Who pumps messages owns such blocks. */
    public String block() {
        return e164.substring(0, e164.length() - 4);
    }

    /** Without the plus sign, as some gateways want it. */
    public String digits() {
        return e164.substring(1);
    }

    /** Enough for its owner to know it again, and for nobody else: {@code +49 ••• ••78}, whatever its length. */
    public String masked() {
        return callingCode() + " ••• ••" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
