package dev.gatehouse.mfa;

import java.util.random.RandomGenerator;

/** A one-time code in the clear. Lives from its making to the message that carries it; never stored, never printed. */
public final class OneTimeCode {

    /** More than any code has, spaces included: longer input is nobody's code and is not worth a digest. */
    private static final int LONGEST_INPUT = 32;

    private final String digits;

    private OneTimeCode(String digits) {
        this.digits = digits;
    }

    /**
     * Makes a code of decimal digits, each equally likely.
     *
     * @param random must be cryptographically strong
     */
    public static OneTimeCode random(RandomGenerator random, int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new OneTimeCode(digits.toString());
    }

    /** What a person typed or pasted: spaces and hyphens between the digits are not held against them. */
    public static OneTimeCode typed(String input) {
        if (input.length() > LONGEST_INPUT) {
            return new OneTimeCode("");
        }
        return new OneTimeCode(input.replaceAll("[\\s\\u00a0-]", ""));
    }

    /** The digits, for the message that carries them and for the digest. */
    public String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
