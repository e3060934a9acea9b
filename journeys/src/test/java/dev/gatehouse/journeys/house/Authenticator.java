package dev.gatehouse.journeys.house;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;

/**
 * Somebody's authenticator app (RFC 6238), by a library that knows nothing of us.
 *
 * @param secret in base 32, as such an app takes it
 */
public record Authenticator(String secret) {
    private static final CodeGenerator CODES = new DefaultCodeGenerator();
    private static final int PERIOD_SECONDS = 30;

    /** Set up with the secret that a page shows, in groups of four. */
    public static Authenticator typedOff(String shown) {
        return new Authenticator(shown.replaceAll("\\s", ""));
    }

    /** The credential that belongs to it, as the admin console would create it. */
    public Map<String, Object> credential() {
        String key = new String(new Base32().decode(secret), StandardCharsets.UTF_8);
        return Map.of(
                "type", "otp",
                "userLabel", "Phone",
                "secretData", "{\"value\":\"" + key + "\"}",
                "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\",\"counter\":0}");
    }

    /** Set up with these characters. */
    public static Authenticator of(String key) {
        return new Authenticator(new Base32().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** What it shows now. */
    public String code() {
        return codeAt(Instant.now());
    }

    /** What it shows at another time. */
    public String codeAt(Instant time) {
        try {
            return CODES.generate(secret, Math.floorDiv(time.getEpochSecond(), PERIOD_SECONDS));
        } catch (CodeGenerationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
