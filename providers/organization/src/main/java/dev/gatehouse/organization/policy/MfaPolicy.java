package dev.gatehouse.organization.policy;

import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which second factor a login has to show.
 *
 * @param required whether a login without one is refused
 * @param allowedTypes which kinds count; none, where two policies contradict each other, means that no kind does
 * @param maximumAge how long ago the factor may have been shown; unlimited if empty
 */
public record MfaPolicy(
        boolean required,
        Set<FactorType> allowedTypes,
        @Nullable Duration maximumAge) {

    /** The shortest that can be asked for: a code has to be typed in that time. */
    public static final Duration SHORTEST_AGE = Duration.ofMinutes(5);

    /** Every kind there is. */
    public static final Set<FactorType> ALL_TYPES = Collections.unmodifiableSet(EnumSet.allOf(FactorType.class));

    public static final MfaPolicy NONE = new MfaPolicy(false, ALL_TYPES, null);

    private static final String REQUIRED = "mfa.required";
    private static final String ALLOWED_TYPES = "mfa.allowed-types";
    private static final String MAXIMUM_AGE = "mfa.max-age-seconds";

    public MfaPolicy {
        allowedTypes = allowedTypes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(allowedTypes));
    }

    /**
     * Unreadable: {@code required} is yes; a kind that does not exist allows nothing, and if no other is named only the
     * strongest are allowed; the age is the shortest.
     */
    static MfaPolicy from(StoredPolicy stored) {
        return new MfaPolicy(
                stored.demands(REQUIRED),
                types(stored.values(ALLOWED_TYPES)),
                stored.shortest(MAXIMUM_AGE, SHORTEST_AGE));
    }

    void writeTo(Map<String, List<String>> attributes) {
        StoredPolicy.write(attributes, REQUIRED, required ? true : null);
        if (restrictsTypes()) {
            attributes.put(
                    OrganizationPolicies.PREFIX + ALLOWED_TYPES,
                    allowedTypes.stream().map(FactorType::wireName).toList());
        }
        StoredPolicy.writeSeconds(attributes, MAXIMUM_AGE, maximumAge);
    }

    /** Required if either says so, of a kind that both allow, as fresh as both want it. */
    public MfaPolicy stricter(MfaPolicy other) {
        Set<FactorType> both =
                allowedTypes.stream().filter(other.allowedTypes::contains).collect(Collectors.toSet());
        return new MfaPolicy(required || other.required, both, StoredPolicy.shorter(maximumAge, other.maximumAge));
    }

    /** Whether some kind does not count. */
    public boolean restrictsTypes() {
        return !allowedTypes.equals(ALL_TYPES);
    }

    /** The kind of that name. */
    static Optional<FactorType> type(String name) {
        return Arrays.stream(FactorType.values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }

    private static Set<FactorType> types(Collection<String> names) {
        if (names.isEmpty()) {
            return ALL_TYPES;
        }
        Set<FactorType> known =
                names.stream().flatMap(name -> type(name).stream()).collect(Collectors.toSet());
        return known.isEmpty() ? strongest() : known;
    }

    private static Set<FactorType> strongest() {
        int highest = ALL_TYPES.stream().mapToInt(FactorType::level).max().orElseThrow();
        return ALL_TYPES.stream().filter(type -> type.level() == highest).collect(Collectors.toSet());
    }
}
