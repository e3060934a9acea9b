package dev.gatehouse.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a second factor adds to a login by REST: the password alone, and the password and a code from an authenticator app. */
public final class SecondFactorLoad {
    private static final int USERS = 700;
    private static final byte[] SECRET = "01234567890123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final String TOTP = """
            {"type": "otp", "secretData": "{\\"value\\":\\"01234567890123456789\\"}", "credentialData":
             "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"counter\\":0,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}""";

    private SecondFactorLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            FactorUsers plain = FactorUsers.make(server, client, "plain", USERS, "");
            FactorUsers factor = FactorUsers.make(server, client, "factor", USERS, TOTP);
            Map<String, Figures> figures = new Comparison(
                            new LoadLoop(2, Duration.ofSeconds(5)), new LoadLoop(2, Duration.ofSeconds(5)), 3)
                    .side("password", () -> plain.logIn().expect(200))
                    .side("password and code", () -> logIn(client, factor))
                    .run();
            ServerOnPostgresql.say("password and code : password = %.2f (median time)"
                    .formatted(median(figures, "password and code") / median(figures, "password")));
        }
    }

    private static void logIn(LoadClient client, FactorUsers users) {
        JsonNode due = users.logIn().expect(403).json();
        client.json(
                        "POST",
                        "/realms/demo/mfa/verify",
                        Map.of(),
                        "{\"mfa_token\": \"%s\", \"method_id\": \"%s\", \"code\": \"%s\"}"
                                .formatted(
                                        due.get("mfa_token").asText(),
                                        due.at("/methods/0/id").asText(),
                                        code(System.currentTimeMillis() / 30_000)))
                .expect(200);
    }

    /** RFC 6238 with SHA-1 and six digits. */
    private static String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static double median(Map<String, Figures> figures, String side) {
        return figures.getOrDefault(side, Figures.NONE).percentile(0.5);
    }
}
