package dev.gatehouse.organization.decision;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address, of version 4 where it is one mapped into version 6 ({@code ::ffff:10.0.0.1}). Never a name. */
final class NetworkAddress {

    private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern FOUR = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** Nothing that the JDK would ask a name server for: it does not where a colon stands. */
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int LONGEST = 45;

    private final byte[] bytes;

    private NetworkAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    static Optional<NetworkAddress> of(String text) {
        if (text.length() > LONGEST
                || !(FOUR.matcher(text).matches() || SIX.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NetworkAddress(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    boolean isFour() {
        return bytes.length == 4;
    }

    int bits() {
        return 8 * bytes.length;
    }

    /** From the most significant, 0, on. */
    boolean bit(int index) {
        return (bytes[index / 8] >> (7 - index % 8) & 1) == 1;
    }
}
