package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.EventName;
import dev.gatehouse.events.Occurrence;
import dev.gatehouse.events.Outcome;
import dev.gatehouse.events.ResourcePath;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;

/** Keycloak's two kinds of events in our words. What an administrator's event represents is left out: anything may be in it. */
final class ReportedEvents {
    private static final String CREDENTIAL_TYPE = "credential_type";

    private ReportedEvents() {}

    static Occurrence of(Event event, @Nullable String organizationId, @Nullable String traceparent) {
        Map<String, String> details = present(event.getDetails());
        return new Occurrence(
                EventName.ofUser(event.getType().name()),
                Instant.ofEpochMilli(event.getTime()),
                event.getRealmId(),
                event.getRealmName(),
                event.getUserId(),
                organizationId,
                event.getClientId(),
                event.getSessionId(),
                event.getIpAddress(),
                event.getError(),
                traceparent,
                details);
    }

    static Occurrence of(AdminEvent event, @Nullable String traceparent) {
        AuthDetails actor = event.getAuthDetails();
        Map<String, String> details = new HashMap<>();
        put(details, "resource_path", event.getResourcePath());
        put(details, CREDENTIAL_TYPE, present(event.getDetails()).get(CREDENTIAL_TYPE));
        if (actor != null) {
            put(details, "actor_user_id", actor.getUserId());
            put(details, "actor_client_id", actor.getClientId());
            put(details, "actor_realm_id", actor.getRealmId());
        }
        ResourcePath path = ResourcePath.of(event.getResourcePath());
        return new Occurrence(
                EventName.ofAdministrator(
                        event.getResourceTypeAsString(),
                        event.getOperationType().name(),
                        event.getError() == null ? Outcome.SUCCESS : Outcome.FAILURE),
                Instant.ofEpochMilli(event.getTime()),
                event.getRealmId(),
                event.getRealmName(),
                path.userId(),
                path.organizationId(),
                null,
                null,
                actor == null ? null : actor.getIpAddress(),
                event.getError(),
                traceparent,
                details);
    }

    private static Map<String, String> present(@Nullable Map<String, String> details) {
        Map<String, String> present = new HashMap<>();
        if (details != null) {
            details.forEach((key, value) -> put(present, key, value));
        }
        return present;
    }

    private static void put(Map<String, String> details, String key, @Nullable String value) {
        if (value != null) {
            details.put(key, value);
        }
    }
}
