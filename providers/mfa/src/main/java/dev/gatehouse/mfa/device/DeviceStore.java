package dev.gatehouse.mfa.device;

import java.util.List;

/** Where the devices of one user are recorded. */
public interface DeviceStore {

    /** All of them, in no order; those included that are not live any more. */
    List<TrustedDevice> all();

    void add(TrustedDevice device);

    /** Safe to call twice; true the first time. */
    boolean remove(String deviceId);
}
