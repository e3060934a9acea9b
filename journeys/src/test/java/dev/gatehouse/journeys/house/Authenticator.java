package dev.gatehouse.journeys.house;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's authenticator app (RFC 6238). */
public record Authenticator(String secret) {

    /** The credential that belongs to it, as the admin console would create it. */
    public Map<String, Object> credential() {
        return Map.of(
                "type", "otp",
                "userLabel", "Phone",
                "secretData", "{\"value\":\"" + secret + "\"}",
                "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\",\"counter\":0}");
    }

    /** What it shows now. */
    public String code() {
        return code(secret.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    private static String code(byte[] key, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
