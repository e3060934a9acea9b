package dev.gatehouse.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each part of the start took, from the start of the process on. */
final class Phases {
    private final InstantSource clock;
    private final Instant beginning;
    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private Instant last;

    Phases(InstantSource clock, Instant beginning) {
        this.clock = clock;
        this.beginning = beginning;
        this.last = beginning;
    }

    /** What went on since the last call, or since the beginning, was this. */
    void end(String phase) {
        Instant now = clock.instant();
        durations.put(phase, Duration.between(last, now));
        last = now;
    }

    /** {@code 8.9 s (checks 0.3, Keycloak 8.6)}. */
    @Override
    public String toString() {
        return seconds(Duration.between(beginning, last)) + " s ("
                + durations.entrySet().stream()
                        .map(phase -> phase.getKey() + " " + seconds(phase.getValue()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
