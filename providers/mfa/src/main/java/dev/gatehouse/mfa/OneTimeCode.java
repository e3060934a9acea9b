package dev.gatehouse.mfa;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A one-time code in the clear. Lives from its making to the message that carries it; never stored, never printed. */
public final class OneTimeCode {

    /** More than any code has, spaces included: longer input is nobody's code and is not worth a digest. */
    private static final int LONGEST_INPUT = 32;

    private static final Pattern FILLING = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]");

    private final String characters;

    private OneTimeCode(String characters) {
        this.characters = characters;
    }

    /** @param random must be cryptographically strong */
    public static OneTimeCode random(RandomGenerator random, CodeFormat format) {
        return new OneTimeCode(format.draw(random));
    }

    /**
     * What a person typed or pasted. Spaces and hyphens between the characters, small letters, and the wide digits of an
     * East Asian keyboard are not held against them.
     */
    public static OneTimeCode typed(String input) {
        if (input.length() > LONGEST_INPUT) {
            return new OneTimeCode("");
        }
        String plain = Normalizer.normalize(input, Normalizer.Form.NFKC);
        return new OneTimeCode(FILLING.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /** The characters, for the message that carries them and for the digest. */
    public String characters() {
        return characters;
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
