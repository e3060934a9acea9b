package dev.gatehouse.organization.decision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses, as CIDR writes it.
 *
 * @param length how many bits of the address are the network's
 */
record Network(NetworkAddress first, int length) {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]+)/(0|[1-9][0-9]{0,2})");

    static Network read(String text) throws BadCondition {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw new BadCondition("A network must be written as 10.0.0.0/8 or 2001:db8::/32.");
        }
        NetworkAddress address = NetworkAddress.of(match.group(1))
                .orElseThrow(() -> new BadCondition("A network must be written as 10.0.0.0/8 or 2001:db8::/32."));
        if (address.isFour() && match.group(1).indexOf(':') >= 0) {
            throw new BadCondition("An IPv4 network must be written as such, not mapped into IPv6.");
        }
        int length = Integer.parseInt(match.group(2));
        if (length > address.bits()) {
            throw new BadCondition("A network has at most " + address.bits() + " bits.");
        }
        Network network = new Network(address, length);
        for (int bit = length; bit < address.bits(); bit++) {
            if (address.bit(bit)) {
                throw new BadCondition(
                        "A network must have no bits set behind its length: 10.0.0.0/8, not 10.0.0.1/8.");
            }
        }
        return network;
    }

    boolean contains(NetworkAddress address) {
        if (address.bits() != first.bits()) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (address.bit(bit) != first.bit(bit)) {
                return false;
            }
        }
        return true;
    }
}
