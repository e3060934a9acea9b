package dev.gatehouse.mfa.device;

/**
 * A device that has just come to be trusted.
 *
 * @param token for the device to keep; it is told once
 */
public record GrantedDevice(TrustedDevice device, String token) {

    @Override
    public String toString() {
        return device.toString();
    }
}
