package dev.gatehouse.mfa.device;

import java.util.Optional;

/** The keys of one realm. */
public interface DeviceKeys {

    /** The key for new devices. */
    DeviceKey active();

    /** The key that an earlier device was given its token with; empty once the realm has given it up. */
    Optional<DeviceKey> byId(String id);
}
