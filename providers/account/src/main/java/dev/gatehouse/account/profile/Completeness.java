package dev.gatehouse.account.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a profile is filled in.
 *
 * @param percent whole, rounded down, so that only a full one is 100
 * @param missing the names of what is not, in order
 */
public record Completeness(int percent, List<String> missing) {

    public Completeness {
        missing = List.copyOf(missing);
    }

    /** @param filled every field that the realm's user profile asks the person for, and whether it says something */
    public static Completeness of(Map<String, Boolean> filled) {
        List<String> missing = new TreeMap<>(filled)
                .entrySet().stream()
                        .filter(field -> !field.getValue())
                        .map(Map.Entry::getKey)
                        .toList();
        return filled.isEmpty()
                ? new Completeness(100, missing)
                : new Completeness(100 * (filled.size() - missing.size()) / filled.size(), missing);
    }
}
