package dev.gatehouse.api.activity;

import dev.gatehouse.events.ActivityEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of activity as clients see it. */
public record ActivityAnswer(
        String id,
        Instant time,
        String type,
        String outcome,
        @Nullable String userId,
        @Nullable String ipAddress,
        @Nullable String clientId,
        @Nullable String organizationId,
        Map<String, String> details) {

    public static ActivityAnswer of(ActivityEntry entry) {
        return new ActivityAnswer(
                entry.id(),
                entry.time(),
                entry.type(),
                entry.outcome().name().toLowerCase(Locale.ROOT),
                entry.userId(),
                entry.ipAddress(),
                entry.clientId(),
                entry.organizationId(),
                entry.details());
    }
}
