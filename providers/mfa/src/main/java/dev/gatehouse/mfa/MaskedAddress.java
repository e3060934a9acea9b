package dev.gatehouse.mfa;

/** Enough of an e-mail address for its owner to recognise it, too little for anybody else to write to it. */
public final class MaskedAddress {

    private static final String DOTS = "•••";

    private MaskedAddress() {}

    /** {@code alice@example.test} becomes {@code a•••@example.test}; what is no address becomes dots. */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return DOTS;
        }
        return address.substring(0, address.offsetByCodePoints(0, 1)) + DOTS + address.substring(at);
    }
}
