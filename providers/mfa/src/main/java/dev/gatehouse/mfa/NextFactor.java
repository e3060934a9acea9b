package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a login has to do next about its second factor.
 *
 * @param types of which kinds, where there is something to do
 */
public record NextFactor(Step step, Set<FactorType> types) {

    /** What there is to do. */
    public enum Step {
        NOTHING,
        /** Show one that is set up. */
        SHOW,
        /** Set one up, and by that show it. */
        ENROL,
        /** A kind is asked for that cannot be set up here. */
        IMPOSSIBLE
    }

    public NextFactor {
        types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    /**
     * Decides. Whoever has a factor shows one before setting up another, of whatever kind: otherwise a stolen password
     * would be enough to give oneself the factor that is asked for.
     *
     * @param shown by this login
     * @param configured the kinds that the user has set up
     * @param enrollable the kinds that can be set up here
     */
    public static NextFactor decide(
            FactorRequirement requirement,
            ShownFactors shown,
            Set<FactorType> configured,
            Set<FactorType> enrollable,
            Instant now) {
        if (shown.satisfy(requirement, now)) {
            return new NextFactor(Step.NOTHING, Set.of());
        }
        Set<FactorType> counting = both(configured, requirement.allowedTypes());
        if (!counting.isEmpty()) {
            return new NextFactor(Step.SHOW, counting);
        }
        if (!configured.isEmpty() && !shown.any()) {
            return new NextFactor(Step.SHOW, configured);
        }
        Set<FactorType> possible = both(enrollable, requirement.allowedTypes());
        return new NextFactor(possible.isEmpty() ? Step.IMPOSSIBLE : Step.ENROL, possible);
    }

    public boolean isNothing() {
        return step == Step.NOTHING;
    }

    private static Set<FactorType> both(Set<FactorType> some, Set<FactorType> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }
}
