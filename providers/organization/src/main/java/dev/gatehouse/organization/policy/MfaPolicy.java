package dev.gatehouse.organization.policy;

import dev.gatehouse.mfa.FactorRequirement;
import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.util.Arrays;
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
 * @param allowedTypes which kinds count, never none
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

    /** What nothing asks for more than. */
    private static final Set<FactorType> STRONGEST = Set.of(FactorType.PASSKEY);

    public static final MfaPolicy NONE = new MfaPolicy(false, ALL_TYPES, null);

    private static final String REQUIRED = "mfa.required";
    private static final String ALLOWED_TYPES = "mfa.allowed-types";
    private static final String MAXIMUM_AGE = "mfa.max-age-seconds";

    public MfaPolicy {
        if (allowedTypes.isEmpty()) {
            throw new IllegalArgumentException("no kind allowed");
        }
        allowedTypes = Collections.unmodifiableSet(EnumSet.copyOf(allowedTypes));
    }

    /**
     * Unreadable: {@code required} is yes; a kind that does not exist allows nothing; the age is the shortest. The kinds are
     * one value, with commas between them; of several values each is a list, and what counts is on all of them. If nothing
     * is left, only the strongest is allowed: stronger than what anybody asked for, and still a way in.
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
            StoredPolicy.write(
                    attributes,
                    ALLOWED_TYPES,
                    allowedTypes.stream().map(FactorType::wireName).collect(Collectors.joining(",")));
        }
        StoredPolicy.writeSeconds(attributes, MAXIMUM_AGE, maximumAge);
    }

    /** Required if either says so, of a kind that both allow (or the strongest), as fresh as both want it. */
    public MfaPolicy stricter(MfaPolicy other) {
        return new MfaPolicy(
                required || other.required,
                onBoth(allowedTypes, other.allowedTypes),
                StoredPolicy.shorter(maximumAge, other.maximumAge));
    }

    /** The policy as the login understands it. */
    public FactorRequirement requirement() {
        return new FactorRequirement(required, allowedTypes, maximumAge);
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

    private static Set<FactorType> types(List<String> lists) {
        return lists.stream().map(MfaPolicy::listed).reduce(ALL_TYPES, MfaPolicy::onBoth);
    }

    private static Set<FactorType> listed(String list) {
        Set<FactorType> known = Arrays.stream(list.split(",", -1))
                .flatMap(name -> type(name.strip()).stream())
                .collect(Collectors.toSet());
        return known.isEmpty() ? STRONGEST : known;
    }

    private static Set<FactorType> onBoth(Set<FactorType> some, Set<FactorType> others) {
        Set<FactorType> both = some.stream().filter(others::contains).collect(Collectors.toSet());
        return both.isEmpty() ? STRONGEST : both;
    }
}
