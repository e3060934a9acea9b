package dev.gatehouse.events;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events and activity as tests want them. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    public static EventEnvelope event(String key, String subject) {
        return event(key, subject, "{}", NOON);
    }

    public static EventEnvelope event(String key, String subject, String data, Instant recorded) {
        return new EventEnvelope(
                UUID.randomUUID(),
                URI.create("/realms/demo"),
                "dev.gatehouse.user.login.v1",
                NOON,
                subject,
                key,
                recorded,
                null,
                data);
    }

    static Occurrence login(String userId, Map<String, String> details) {
        return occurrence(EventName.ofUser("LOGIN"), userId, null, details);
    }

    static Occurrence occurrence(
            EventName name, @Nullable String userId, @Nullable String organizationId, Map<String, String> details) {
        return new Occurrence(
                name,
                NOON,
                "realm-1",
                "demo",
                userId,
                organizationId,
                "shop",
                "session-1",
                "127.0.0.1",
                name.outcome() == Outcome.FAILURE ? "invalid_user_credentials" : null,
                null,
                details);
    }

    public static ActivityEntry activity(
            String id, String user, @Nullable String organization, String type, Instant time) {
        return new ActivityEntry(
                id, "realm-1", user, organization, time, type, Outcome.SUCCESS, "127.0.0.1", "shop", Map.of("k", "v"));
    }
}
