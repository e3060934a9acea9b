package dev.gatehouse.ratelimit;

import java.util.List;

/** Networks whose requests are not counted by address. An address that cannot be read is never one of them. */
public record UnlimitedAddresses(List<AddressRange> ranges) {
    public UnlimitedAddresses {
        ranges = List.copyOf(ranges);
    }

    public boolean contains(ClientAddress address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
