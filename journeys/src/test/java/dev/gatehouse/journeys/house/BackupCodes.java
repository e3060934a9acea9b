package dev.gatehouse.journeys.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody's backup codes, as they were printed. */
public record BackupCodes(List<String> codes) {

    /** So many codes, which nobody else has who has another number. */
    public static BackupCodes of(int number, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add("CODE" + (number * 1000 + 100_000 + i) + "XY");
        }
        return new BackupCodes(List.copyOf(codes));
    }

    /** The credential that belongs to them, as Keycloak keeps it. */
    public Map<String, Object> credential() {
        List<String> kept = new ArrayList<>();
        for (String code : codes) {
            kept.add("{\"number\":" + (kept.size() + 1) + ",\"encodedHashedValue\":\"" + hash(code) + "\"}");
        }
        return Map.of(
                "type",
                "recovery-authn-codes",
                "credentialData",
                "{\"algorithm\":\"SHA-512\",\"total\":" + codes.size() + ",\"remaining\":" + codes.size() + "}",
                "secretData",
                "{\"codes\":[" + String.join(",", kept) + "]}");
    }

    private static String hash(String code) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
