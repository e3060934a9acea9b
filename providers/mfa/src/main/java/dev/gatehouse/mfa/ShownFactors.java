package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which second factors a login or a session has shown, each with the last time. Written into sessions as text such as
 * {@code EMAIL=1767225600,TOTP=1767225700}.
 */
public record ShownFactors(Map<FactorType, Instant> times) {

    private static final Pattern PART = Pattern.compile("(?<=^|,)([A-Z_]+)=([0-9]{1,11})(?=,|$)");

    public static final ShownFactors NONE = new ShownFactors(Map.of());

    public ShownFactors {
        Map<FactorType, Instant> copy = new EnumMap<>(FactorType.class);
        copy.putAll(times);
        times = Collections.unmodifiableMap(copy);
    }

    /** Reads what {@link #text} wrote. What cannot be read was not shown. */
    public static ShownFactors parse(@Nullable String text) {
        Map<FactorType, Instant> times = new EnumMap<>(FactorType.class);
        Matcher parts = PART.matcher(text == null ? "" : text);
        while (parts.find()) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
            Arrays.stream(FactorType.values())
                    .filter(type -> type.name().equals(parts.group(1)))
                    .forEach(type -> times.put(type, at));
        }
        return new ShownFactors(times);
    }

    public String text() {
        return times.entrySet().stream()
                .map(shown -> shown.getKey() + "=" + shown.getValue().getEpochSecond())
                .collect(Collectors.joining(","));
    }

    public ShownFactors plus(FactorType type, Instant at) {
        return plus(new ShownFactors(Map.of(type, at)));
    }

    /** Both together, of each kind the later time. */
    public ShownFactors plus(ShownFactors others) {
        Map<FactorType, Instant> all = new EnumMap<>(FactorType.class);
        all.putAll(times);
        others.times.forEach((type, at) -> all.merge(type, at, (one, other) -> one.isAfter(other) ? one : other));
        return new ShownFactors(all);
    }

    public boolean any() {
        return !times.isEmpty();
    }

    /** The level of the strongest, 1 if there is none. */
    public int level() {
        return times.keySet().stream().mapToInt(FactorType::level).max().orElse(1);
    }

    public boolean satisfy(FactorRequirement requirement, Instant now) {
        return !requirement.required()
                || times.entrySet().stream()
                        .anyMatch(shown -> requirement.allowedTypes().contains(shown.getKey())
                                && isFresh(shown.getValue(), requirement, now));
    }

    private static boolean isFresh(Instant at, FactorRequirement requirement, Instant now) {
        return requirement.maximumAge() == null
                || !at.plus(requirement.maximumAge()).isBefore(now);
    }
}
