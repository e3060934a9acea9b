package dev.gatehouse.mfa;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a session has to show before it may do something that would let a thief stay (OWASP ASVS 5.0 7.5.1).
 *
 * @param isDue whether anything
 * @param level the {@code acr} to reach
 */
public record StepUp(boolean isDue, int level) {

    /** How fresh the proof has to be. */
    public static final Duration MAXIMUM_AGE = Duration.ofMinutes(5);

    private static final int PASSWORD = 1;

    /**
     * Asks for the strongest that the user has, or for the password where there is nothing else.
     *
     * @param shown by the session
     * @param authenticatedAt when the session last logged in with a password
     * @param configured the kinds that the user has set up
     */
    public static StepUp decide(ShownFactors shown, Instant authenticatedAt, Set<FactorType> configured, Instant now) {
        Instant oldest = now.minus(MAXIMUM_AGE);
        int level = configured.stream().mapToInt(FactorType::level).max().orElse(PASSWORD);
        boolean isFresh = level == PASSWORD
                ? !authenticatedAt.isBefore(oldest)
                : shown.times().entrySet().stream()
                        .anyMatch(each -> each.getKey().level() >= level
                                && !each.getValue().isBefore(oldest));
        return new StepUp(!isFresh, level);
    }
}
