package dev.gatehouse.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a user did or what was done to them or to an organization. Texts are cut to what every database
 * takes.
 *
 * @param id the id of the event that tells of the same
 * @param type what was tried: {@code user.login}
 * @param details what {@code docs/features/events.md} names, and {@code error} for a failure
 */
public record ActivityEntry(
        String id,
        String realmId,
        @Nullable String userId,
        @Nullable String organizationId,
        Instant time,
        String type,
        Outcome outcome,
        @Nullable String ipAddress,
        @Nullable String clientId,
        Map<String, String> details) {

    static final int MAXIMUM_ID = 36;
    static final int MAXIMUM_NAME = 255;

    public ActivityEntry {
        id = StorableText.of(id, MAXIMUM_ID);
        realmId = StorableText.of(realmId, MAXIMUM_NAME);
        userId = cut(userId);
        organizationId = cut(organizationId);
        time = Instant.ofEpochMilli(time.toEpochMilli());
        type = StorableText.of(type, MAXIMUM_NAME);
        ipAddress = cut(ipAddress);
        clientId = cut(clientId);
        details = Map.copyOf(details);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : StorableText.of(text, MAXIMUM_NAME);
    }

    /** Where this entry stands, to read on behind it. */
    public ActivityPosition position() {
        return new ActivityPosition(time, id);
    }
}
