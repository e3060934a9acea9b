package dev.gatehouse.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps what happened: as a line of activity where it concerns a user or an organization, and as an event in the
 * outbox. Both in the caller's transaction: they are there if, and only if, it was committed.
 */
public final class EventRecorder {
    private final boolean tokenTraffic;
    private final EventMeters meters;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * @param tokenTraffic whether the everyday traffic of tokens is recorded too
     * @param ids makes the events' ids
     */
    public EventRecorder(boolean tokenTraffic, EventMeters meters, Clock clock, Supplier<UUID> ids) {
        this.tokenTraffic = tokenTraffic;
        this.meters = meters;
        this.clock = clock;
        this.ids = ids;
    }

    /** @return whether anything was kept */
    public boolean record(Occurrence occurrence, ActivityStore activity, EventOutbox outbox) {
        if (!RecordedNames.include(occurrence.name(), tokenTraffic)) {
            return false;
        }
        UUID id = ids.get();
        SortedMap<String, String> details = KeptDetails.of(occurrence);
        if (occurrence.userId() != null || occurrence.organizationId() != null) {
            activity.add(line(id, occurrence, details));
        }
        outbox.append(envelope(id, occurrence, details));
        meters.recorded();
        return true;
    }

    private static ActivityEntry line(UUID id, Occurrence occurrence, Map<String, String> details) {
        Map<String, String> shown = new HashMap<>(details);
        if (occurrence.error() != null) {
            shown.put("error", StorableText.of(occurrence.error(), KeptDetails.MAXIMUM_LENGTH));
        }
        return new ActivityEntry(
                id.toString(),
                occurrence.realmId(),
                occurrence.userId(),
                occurrence.organizationId(),
                occurrence.time(),
                occurrence.name().name(),
                occurrence.name().outcome(),
                occurrence.ipAddress(),
                occurrence.clientId(),
                shown);
    }

    private EventEnvelope envelope(UUID id, Occurrence occurrence, SortedMap<String, String> details) {
        String user = occurrence.userId();
        String path = details.get("resource_path");
        Instant now = clock.instant();
        return new EventEnvelope(
                id,
                source(occurrence.realmName()),
                occurrence.name().cloudEventType(),
                occurrence.time(),
                user == null ? path : user,
                user == null ? occurrence.realmId() : user,
                now,
                occurrence.traceparent(),
                EventData.of(occurrence, details));
    }

    private static URI source(String realm) {
        try {
            return new URI(new URI(null, null, "/realms/" + realm, null).toASCIIString());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("Any path can be written as a URI", impossible);
        }
    }
}
