package dev.gatehouse.foundation.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a list's key into a cursor for clients and back. A cursor is opaque, holds for one list only, and is refused
 * when a bit of it was changed: clients cannot make up positions in lists that are not theirs.
 */
public final class CursorSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int MAXIMUM_CURSOR_LENGTH = 2048;

    private final SecretKeySpec key;
    private final byte[] list;

    /**
     * @param secret at least 16 bytes, the same on every node
     * @param list what the cursor is good for: the list's name and whatever it is about, one organization for example
     */
    public CursorSeal(byte[] secret, String list) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.list = list.getBytes(StandardCharsets.UTF_8);
    }

    /** The cursor that leads back to this key. */
    public String seal(String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(sealOf(text));
        cursor.writeBytes(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /** The key inside, or nothing when the cursor is none of this list's. */
    public Optional<String> open(String cursor) {
        if (cursor.length() > MAXIMUM_CURSOR_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The last character has unused bits: only the one spelling that we gave out is taken.
        if (bytes.length < SEAL_BYTES
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(cursor)) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(sealOf(text), Arrays.copyOf(bytes, SEAL_BYTES))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (CharacterCodingException impossible) {
            return Optional.empty();
        }
    }

    private byte[] sealOf(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list);
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SEAL_BYTES);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, absent);
        }
    }
}
