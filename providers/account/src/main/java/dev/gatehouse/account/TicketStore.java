package dev.gatehouse.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keeps what belongs to a key for a while, on all nodes alike. */
public interface TicketStore {
    void put(String key, Duration life, Map<String, String> notes);

    Optional<Map<String, String>> get(String key);

    /** Removes and returns; of several callers at once, on whatever nodes, one gets it and the others nothing. */
    Optional<Map<String, String>> take(String key);
}
