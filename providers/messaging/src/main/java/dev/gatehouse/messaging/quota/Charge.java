package dev.gatehouse.messaging.quota;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One more, on somebody's account.
 *
 * @param account whose; a digest, so that the ledger is no list of numbers and addresses to read. It hides nothing from
 *     who can guess
 */
public record Charge(String account, Quota quota) {

    /**
     * @param owner what the account belongs to, from the general to the particular: {@code sms number}, realm, number
     */
    public static Charge of(Quota quota, String... owner) {
        try {
            byte[] name = String.join("\n", owner).getBytes(StandardCharsets.UTF_8);
            return new Charge(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(name)),
                    quota);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
