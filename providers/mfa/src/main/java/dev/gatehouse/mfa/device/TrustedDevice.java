package dev.gatehouse.mfa.device;

import java.time.Instant;

/**
 * What is recorded of a device. Holds only a digest of its secret.
 *
 * @param name what the owner recognises it by
 * @param stamp the owner's {@link FactorStamp} when the device came to be trusted
 */
public record TrustedDevice(
        String id, String name, String secretDigest, String stamp, Instant createdAt, Instant expiresAt) {

    /** The end is the first moment at which it is not trusted any more. */
    boolean isLive(String currentStamp, Instant now) {
        return now.isBefore(expiresAt) && stamp.equals(currentStamp);
    }

    @Override
    public String toString() {
        return "TrustedDevice[" + id + "]";
    }
}
