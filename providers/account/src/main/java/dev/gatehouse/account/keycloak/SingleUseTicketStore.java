package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.TicketStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;

/** Tickets among Keycloak's single-use objects: cluster-wide, removed atomically, gone when their time is over. */
public record SingleUseTicketStore(SingleUseObjectProvider objects) implements TicketStore {
    @Override
    public void put(String key, Duration life, Map<String, String> notes) {
        objects.put(key, life.toSeconds(), notes);
    }

    @Override
    public Optional<Map<String, String>> get(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<Map<String, String>> take(String key) {
        return Optional.ofNullable(objects.remove(key));
    }
}
