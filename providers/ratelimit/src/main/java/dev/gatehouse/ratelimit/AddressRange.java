package dev.gatehouse.ratelimit;

import java.util.Optional;

/** A network such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; without a length, one address. */
public final class AddressRange {
    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Empty if the text is no network. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return ClientAddress.parse(address.strip()).flatMap(network -> {
            int all = network.length * 8;
            int bits = slash < 0 ? all : length(text.substring(slash + 1).strip());
            return bits < 0 || bits > all ? Optional.empty() : Optional.of(new AddressRange(network, bits));
        });
    }

    boolean contains(ClientAddress address) {
        return address.sharesPrefix(network, bits);
    }

    private static int length(String digits) {
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }
}
