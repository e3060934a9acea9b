package dev.gatehouse.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a realm, as it was reported: details not yet sifted.
 *
 * @param userId whom it is about, where that is known
 * @param organizationId the organization it happened in or to
 * @param error the short code of what went wrong
 * @param traceparent the W3C trace context of the request
 */
public record Occurrence(
        EventName name,
        Instant time,
        String realmId,
        String realmName,
        @Nullable String userId,
        @Nullable String organizationId,
        @Nullable String clientId,
        @Nullable String sessionId,
        @Nullable String ipAddress,
        @Nullable String error,
        @Nullable String traceparent,
        Map<String, String> details) {

    public Occurrence {
        details = Map.copyOf(details);
    }
}
