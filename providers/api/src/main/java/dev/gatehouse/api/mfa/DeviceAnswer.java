package dev.gatehouse.api.mfa;

import dev.gatehouse.mfa.device.TrustedDevice;
import java.time.Instant;

/** A trusted device as its owner sees it. */
record DeviceAnswer(String id, String label, Instant createdAt, Instant expiresAt) {
    static DeviceAnswer of(TrustedDevice device) {
        return new DeviceAnswer(device.id(), device.name(), device.createdAt(), device.expiresAt());
    }
}
