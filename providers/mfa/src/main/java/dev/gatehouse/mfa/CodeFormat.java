package dev.gatehouse.mfa;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a code looks like. Never fewer than a million different ones, the six digits of NIST SP 800-63B-4 §3.1.3.
 *
 * @param alphabet 10 to 36 different characters, each a digit or a capital letter
 * @param length 6 to 10 characters
 */
public record CodeFormat(String alphabet, int length) {

    public static final CodeFormat SIX_DIGITS = new CodeFormat("0123456789", 6);

    private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Z]{10,36}");
    private static final int LEAST = 6;
    private static final int MOST = 10;

    static CodeFormat from(SettingsSource source, String prefix) {
        String alphabet = source.text(prefix + "code-alphabet", SIX_DIGITS.alphabet);
        if (!CHARACTERS.matcher(alphabet).matches()
                || alphabet.chars().distinct().count() < alphabet.length()) {
            throw new InvalidSetting(
                    prefix + "code-alphabet",
                    "must be 10 to 36 different characters, each a digit or a capital letter, such as "
                            + SIX_DIGITS.alphabet);
        }
        return new CodeFormat(alphabet, source.integer(prefix + "code-length", SIX_DIGITS.length, LEAST, MOST));
    }

    /** Whether a keyboard of digits is enough to type one. */
    public boolean isNumeric() {
        return alphabet.chars().allMatch(Character::isDigit);
    }

    /** Each character equally likely. */
    String draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }
}
