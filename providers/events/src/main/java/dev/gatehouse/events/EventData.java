package dev.gatehouse.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The JSON that an event carries. Its shape is version 1 of every type; a field may be added, none taken away. */
final class EventData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventData() {}

    static String of(Occurrence occurrence, SortedMap<String, String> details) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("realm_id", occurrence.realmId());
        data.put("realm", occurrence.realmName());
        data.put("outcome", occurrence.name().outcome().name().toLowerCase(Locale.ROOT));
        put(data, "error", occurrence.error());
        put(data, "user_id", occurrence.userId());
        put(data, "organization_id", occurrence.organizationId());
        put(data, "client_id", occurrence.clientId());
        put(data, "session_id", occurrence.sessionId());
        put(data, "ip_address", occurrence.ipAddress());
        data.put("details", details);
        return json(data);
    }

    static String json(Map<String, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts are always JSON", impossible);
        }
    }

    private static void put(Map<String, Object> data, String field, @Nullable String value) {
        if (value != null) {
            data.put(field, StorableText.of(value, 512));
        }
    }
}
