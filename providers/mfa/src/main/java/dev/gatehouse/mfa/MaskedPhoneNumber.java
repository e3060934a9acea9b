package dev.gatehouse.mfa;

/** Enough of a phone number for its owner to recognise it, too little for anybody else to call it. */
public final class MaskedPhoneNumber {

    private static final String DOTS = "•••";
    private static final int SHOWN = 2;
    /** The shortest subscriber numbers have four digits: of less, nothing is shown. */
    private static final int SHORTEST = 6;

    private MaskedPhoneNumber() {}

    /** {@code +491701234567} becomes {@code •••67}. */
    public static String of(String number) {
        return number.length() < SHORTEST ? DOTS : DOTS + number.substring(number.length() - SHOWN);
    }
}
