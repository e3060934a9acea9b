package dev.gatehouse.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A place in a list of activity, newest first. Stays valid whatever is added or removed. */
public record ActivityPosition(Instant time, String id) {

    /** As text, for a cursor. */
    public String text() {
        return time.toEpochMilli() + ":" + id;
    }

    /** The position that was written as this text; empty where it is none. */
    public static Optional<ActivityPosition> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ActivityPosition(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))), text.substring(colon + 1)));
        } catch (NumberFormatException | DateTimeException notAPosition) {
            return Optional.empty();
        }
    }
}
