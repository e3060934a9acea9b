package dev.gatehouse.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts who is under way on each lane, so that one lane's dead server leaves senders to the others. Thread-safe. */
final class Lanes {
    private final int perLane;
    private final Map<Lane, Integer> underWay = new HashMap<>();

    Lanes(int perLane) {
        this.perLane = perLane;
    }

    synchronized void enter(Lane lane) {
        underWay.merge(lane, 1, Integer::sum);
    }

    synchronized void leave(Lane lane) {
        underWay.computeIfPresent(lane, (key, count) -> count > 1 ? count - 1 : null);
    }

    synchronized Set<Lane> busy() {
        return underWay.entrySet().stream()
                .filter(entry -> entry.getValue() >= perLane)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
