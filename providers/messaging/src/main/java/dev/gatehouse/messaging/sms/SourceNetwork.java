package dev.gatehouse.messaging.sms;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an address stands for: itself, or the /64 network of an IPv6 address, since every household has at least that many.
 * Never asks a name server.
 */
final class SourceNetwork {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK_BYTES = 8;

    private SourceNetwork() {}

    /** Requests without an address share one account: there is nothing to gain by hiding it. */
    static String of(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        int zone = address.indexOf('%');
        String literal = (zone < 0 ? address : address.substring(0, zone)).replaceAll("[\\[\\]]", "");
        if (literal.indexOf(':') < 0 || !IPV6.matcher(literal).matches()) {
            return literal;
        }
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress();
            // An IPv4 address in IPv6 clothes comes out as IPv4.
            return bytes.length == 4
                    ? "%d.%d.%d.%d".formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255)
                    : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64";
        } catch (UnknownHostException malformed) {
            return "unknown";
        }
    }
}
