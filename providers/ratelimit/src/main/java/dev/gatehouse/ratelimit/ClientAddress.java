package dev.gatehouse.ratelimit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is limited: a whole IPv4 address, or the /64 network of an IPv6 address, since every household and every rented
 * machine gets at least that many.
 *
 * <p>Never asks a name server. Whatever is no address (a proxy's {@code unknown}) shares one bucket: made-up names buy
 * nothing.
 */
public final class ClientAddress {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int IPV6_NETWORK_BYTES = 8;

    private final byte[] address;

    private ClientAddress(byte[] address) {
        this.address = address;
    }

    /** The address written in this text; a zone ({@code %eth0}) is left out. */
    public static ClientAddress of(String text) {
        return parse(text).map(ClientAddress::new).orElseGet(() -> new ClientAddress(new byte[0]));
    }

    /** What the bucket is named after. */
    public String bucket() {
        return switch (address.length) {
            case 0 -> "unknown";
            case 4 -> "%d.%d.%d.%d".formatted(address[0] & 255, address[1] & 255, address[2] & 255, address[3] & 255);
            default -> HexFormat.of().formatHex(address, 0, IPV6_NETWORK_BYTES) + "/64";
        };
    }

    boolean isUnknown() {
        return address.length == 0;
    }

    /** Whether the first bits are the same. Addresses of different families share none. */
    boolean sharesPrefix(byte[] other, int bits) {
        if (address.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.equals(address, 0, whole, other, 0, whole)
                && (rest == 0 || (address[whole] ^ other[whole]) >>> (8 - rest) << (24 + rest) == 0);
    }

    static Optional<byte[]> parse(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        if (literal.startsWith("[") && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        boolean isLiteral = literal.indexOf(':') < 0
                ? IPV4.matcher(literal).matches()
                : IPV6.matcher(literal).matches();
        if (!isLiteral) {
            return Optional.empty();
        }
        try {
            // Given a literal, this only parses; an IPv4 address in IPv6 clothes comes out as IPv4.
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientAddress that && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address);
    }

    @Override
    public String toString() {
        return bucket();
    }
}
