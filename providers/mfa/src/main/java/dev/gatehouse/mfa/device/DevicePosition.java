package dev.gatehouse.mfa.device;

import java.util.Comparator;
import java.util.List;

/**
 * Where a device stands in a list, the newest first. It stays there when others come and go, itself included.
 *
 * @param createdAt in milliseconds
 */
public record DevicePosition(long createdAt, String id) implements Comparable<DevicePosition> {

    private static final Comparator<DevicePosition> NEWEST_FIRST =
            Comparator.comparingLong(DevicePosition::createdAt).reversed().thenComparing(DevicePosition::id);

    public static DevicePosition of(TrustedDevice device) {
        return new DevicePosition(device.createdAt().toEpochMilli(), device.id());
    }

    /** Those behind a position, or all. */
    public static List<TrustedDevice> after(String text, List<TrustedDevice> devices) {
        if (text.isEmpty()) {
            return devices;
        }
        int separator = text.indexOf('/');
        DevicePosition position =
                new DevicePosition(Long.parseLong(text.substring(0, separator)), text.substring(separator + 1));
        return devices.stream()
                .filter(device -> of(device).compareTo(position) > 0)
                .toList();
    }

    /** As {@link #after} reads it. */
    public String text() {
        return createdAt + "/" + id;
    }

    @Override
    public int compareTo(DevicePosition other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
