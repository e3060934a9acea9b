package dev.gatehouse.account.registration;

import dev.gatehouse.account.registration.WaitingRegistration.HashedPassword;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Registrations as tests need them. */
final class Given {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Given() {}

    static WaitingRegistration registration(int second, String source) {
        return registration("r" + second, "ann@example.test", source, null, second);
    }

    static WaitingRegistration registration(
            String id, String email, String source, @Nullable String digest, int second) {
        Instant at = NOW.plusSeconds(second);
        return new WaitingRegistration(
                id,
                "realm",
                email,
                source,
                new HashedPassword("{\"algorithm\":\"argon2\"}", "{\"value\":\"hash\"}"),
                "{\"email\":[\"" + email + "\"]}",
                null,
                digest,
                at,
                at.plus(Duration.ofHours(24)));
    }

    static Errand errand(String id) {
        return new Errand(
                id,
                Errand.Kind.PASSWORD_RESET,
                "realm",
                "ann@example.test",
                null,
                "https://id.example.test",
                "en",
                "127.0.0.1");
    }
}
