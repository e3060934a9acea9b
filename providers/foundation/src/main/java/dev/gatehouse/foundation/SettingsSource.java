package dev.gatehouse.foundation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code gatehouse.*} settings as values of their type and within their range. Whatever it cannot accept ends in
 * {@link InvalidSetting}, so that a settings record built from it is right as a whole.
 */
public final class SettingsSource {
    private final Function<String, @Nullable String> lookup;
    private final Supplier<Iterable<String>> keys;

    private SettingsSource(Function<String, @Nullable String> lookup, Supplier<Iterable<String>> keys) {
        this.lookup = lookup;
        this.keys = keys;
    }

    /**
     * @param lookup the raw value of a key, null where it is not set
     * @param keys all keys that are set, for settings that are maps
     */
    public static SettingsSource of(Function<String, @Nullable String> lookup, Supplier<Iterable<String>> keys) {
        return new SettingsSource(lookup, keys);
    }

    /** The settings of a map, for tests and tools. */
    public static SettingsSource of(java.util.Map<String, String> settings) {
        return new SettingsSource(settings::get, settings::keySet);
    }

    /** All keys that are set, ours or not. */
    public Iterable<String> keys() {
        return keys.get();
    }

    /** The trimmed value; empty where the key is not set or blank. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(lookup.apply(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String key, String defaultValue) {
        return text(key).orElse(defaultValue);
    }

    /** {@code true} or {@code false}, nothing else: a misspelt "ture" must not switch a protection off. */
    public boolean flag(String key, boolean defaultValue) {
        return text(key)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new InvalidSetting(key, "\"" + value + "\" is neither true nor false");
                })
                .orElse(defaultValue);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int integer(String key, int defaultValue, int least, int most) {
        return Math.toIntExact(number(key, defaultValue, least, most));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public long number(String key, long defaultValue, long least, long most) {
        return text(key)
                .map(value -> {
                    try {
                        long number = Long.parseLong(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException notANumber) {
                        // answered below, as is a number out of range
                    }
                    throw new InvalidSetting(
                            key, "\"" + value + "\" is not a whole number from " + least + " to " + most);
                })
                .orElse(defaultValue);
    }

    /** A duration as ISO 8601 ({@code PT5M}) or as a number with a unit ({@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}). */
    public Duration duration(String key, Duration defaultValue, Duration least, Duration most) {
        return text(key)
                .map(value -> {
                    Duration duration = parse(value);
                    if (duration != null && duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                        return duration;
                    }
                    throw new InvalidSetting(
                            key, "\"" + value + "\" is not a duration (30s, 5m, PT5M) from " + least + " to " + most);
                })
                .orElse(defaultValue);
    }

    /** One of the names of an enum, in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E defaultValue) {
        return text(key)
                .map(value -> Arrays.stream(defaultValue.getDeclaringClass().getEnumConstants())
                        .filter(option -> name(option).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new InvalidSetting(
                                key,
                                "\"" + value + "\" is none of "
                                        + Arrays.stream(defaultValue
                                                        .getDeclaringClass()
                                                        .getEnumConstants())
                                                .map(SettingsSource::name)
                                                .collect(Collectors.joining(", ")))))
                .orElse(defaultValue);
    }

    private static String name(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Duration parse(String value) {
        try {
            if (value.startsWith("P")) {
                return Duration.parse(value);
            }
            int unit = 0;
            while (unit < value.length() && Character.isDigit(value.charAt(unit))) {
                unit++;
            }
            long number = Long.parseLong(value.substring(0, unit));
            return switch (value.substring(unit)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> null;
            };
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException notADuration) {
            return null;
        }
    }
}
