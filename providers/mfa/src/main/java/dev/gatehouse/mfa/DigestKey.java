package dev.gatehouse.mfa;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for digests of codes, derived from a secret that also serves others. Never printed. */
public final class DigestKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DOMAIN = "dev.gatehouse.mfa one-time code digest v1";

    private final String id;
    private final byte[] key;

    private DigestKey(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Derives the key under a label of its own, so that a digest of ours is never a signature of the secret's other uses.
     *
     * @param id names the secret, so that the code outlives a rotation
     */
    public static DigestKey derivedFrom(String id, byte[] secret) {
        return new DigestKey(id, hmac(secret, DOMAIN.getBytes(StandardCharsets.UTF_8)));
    }

    public String id() {
        return id;
    }

    String digest(CodeBinding binding, OneTimeCode code) {
        return HexFormat.of().formatHex(hmac(key, binding.bytesWith(code)));
    }

    /** Takes the same time wherever the two differ. */
    boolean matches(String digest, CodeBinding binding, OneTimeCode code) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII),
                digest(binding, code).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "DigestKey[" + id + "]";
    }
}
