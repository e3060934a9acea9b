package dev.gatehouse.mfa.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps: the name of its record and a secret of 256 bits. As text it is signed and bound to its owner, so that a
 * forgery, or the token of somebody else, is refused before anything is looked up. Never printed.
 */
record DeviceToken(String deviceId, String secret) {

    private static final String VERSION = "v1";
    private static final int SECRET_BYTES = 32;
    private static final String PART = "([A-Za-z0-9_-]{1,128})";
    private static final Pattern TEXT = Pattern.compile(VERSION + "\\." + String.join("\\.", PART, PART, PART, PART));

    static DeviceToken next(String deviceId, RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new DeviceToken(deviceId, base64(secret));
    }

    /** The token that was given to this owner; empty for anything else, in whatever way it is wrong. */
    static Optional<DeviceToken> read(@Nullable String text, DeviceOwner owner, DeviceKeys keys) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        DeviceToken token = new DeviceToken(parts.group(2), parts.group(3));
        return keyId(parts.group(1))
                .flatMap(keys::byId)
                .filter(key -> MessageDigest.isEqual(ascii(token.signature(owner, key)), ascii(parts.group(4))))
                .map(key -> token);
    }

    String text(DeviceOwner owner, DeviceKey key) {
        return String.join(
                ".",
                VERSION,
                base64(key.id().getBytes(StandardCharsets.UTF_8)),
                deviceId,
                secret,
                signature(owner, key));
    }

    /** What is kept here in the secret's place; 256 random bits need no salt. */
    String secretDigest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ascii(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    boolean hasDigest(String digest) {
        return MessageDigest.isEqual(ascii(secretDigest()), ascii(digest));
    }

    private String signature(DeviceOwner owner, DeviceKey key) {
        return base64(key.sign(VERSION, owner.realmId(), owner.userId(), deviceId, secret));
    }

    private static Optional<String> keyId(String encoded) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(encoded);
            // Several texts may decode alike; only the one that was given out counts.
            return Optional.of(new String(decoded, StandardCharsets.UTF_8))
                    .filter(id -> base64(decoded).equals(encoded));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "DeviceToken[" + deviceId + "]";
    }
}
