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
}
