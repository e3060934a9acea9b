package dev.gatehouse.mfa;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's logins have to show beside the password.
 *
 * @param required whether anything; if not, the rest means nothing
 * @param allowedTypes which kinds count; empty where demands contradict each other, and then none does
 * @param maximumAge how long ago a factor may have been shown; unlimited if empty
 */
public record FactorRequirement(
        boolean required,
        Set<FactorType> allowedTypes,
        @Nullable Duration maximumAge) {

    public static final FactorRequirement NONE = new FactorRequirement(false, EnumSet.allOf(FactorType.class), null);

    public FactorRequirement {
        allowedTypes = allowedTypes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(allowedTypes));
    }

    /** What a level of authentication ({@code acr}) asks for: any factor that reaches it. */
    public static FactorRequirement ofLevel(int level) {
        Set<FactorType> types = EnumSet.allOf(FactorType.class);
        types.removeIf(type -> type.level() < level);
        return level > 1 ? new FactorRequirement(true, types, null) : NONE;
    }

    /** The stricter of both in everything. */
    public FactorRequirement and(FactorRequirement other) {
        if (!required || !other.required) {
            return required ? this : other;
        }
        Set<FactorType> both = EnumSet.allOf(FactorType.class);
        both.retainAll(allowedTypes);
        both.retainAll(other.allowedTypes);
        return new FactorRequirement(true, both, shorter(maximumAge, other.maximumAge));
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }
}
