package dev.gatehouse.mfa.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs device tokens, derived from a secret that also serves others. Never printed. */
public final class DeviceKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DOMAIN = "dev.gatehouse.mfa trusted device v1";

    private final String id;
    private final SecretKeySpec key;

    private DeviceKey(String id, byte[] key) {
        this.id = id;
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Derives the key under a label of its own, so that a signature of ours is none of the secret's other uses.
     *
     * @param id names the secret, so that a device outlives a rotation
     */
    public static DeviceKey derivedFrom(String id, byte[] secret) {
        return new DeviceKey(
                id, mac(new SecretKeySpec(secret, ALGORITHM)).doFinal(DOMAIN.getBytes(StandardCharsets.UTF_8)));
    }

    public String id() {
        return id;
    }

    /** Each part with its length, so that no two lists of parts are signed alike. */
    byte[] sign(String... parts) {
        Mac mac = mac(key);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceKey[" + id + "]";
    }
}
