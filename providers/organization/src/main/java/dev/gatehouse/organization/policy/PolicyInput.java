package dev.gatehouse.organization.policy;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.organization.FieldCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the policies that somebody sent, part by part, and collects all that is wrong with them. What is absent is none. */
public final class PolicyInput {

    static final Duration LONGEST = Duration.ofDays(365);
    static final int MOST_SEATS = 10_000_000;

    private final List<FieldError> errors = new ArrayList<>();

    public MfaPolicy mfa(
            @Nullable Boolean required, @Nullable List<String> allowedTypes, @Nullable Integer maximumAge) {
        return new MfaPolicy(
                Boolean.TRUE.equals(required),
                types(allowedTypes),
                duration("/mfa/max_age_seconds", maximumAge, MfaPolicy.SHORTEST_AGE));
    }

    public SessionPolicy session(@Nullable Integer maximum, @Nullable Integer idle) {
        return new SessionPolicy(
                duration("/session/max_seconds", maximum, SessionPolicy.SHORTEST),
                duration("/session/idle_seconds", idle, SessionPolicy.SHORTEST));
    }

    public SeatPolicy seats(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST_SEATS)) {
            report("/seats/limit", "Must be from 1 to " + MOST_SEATS + ".");
        }
        return new SeatPolicy(limit);
    }

    public RateLimitPolicy rateLimit(@Nullable String tier) {
        if (tier != null && !RateLimitPolicy.isName(tier)) {
            report("/rate_limit/tier", "Must be lower-case letters, digits and hyphens, at most 32, a letter first.");
        }
        return new RateLimitPolicy(tier);
    }

    public DomainPolicy domains(@Nullable Boolean autoJoin, @Nullable Boolean restrictToDomains) {
        return new DomainPolicy(Boolean.TRUE.equals(autoJoin), Boolean.TRUE.equals(restrictToDomains));
    }

    /** All that was wrong with what was sent so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    private Set<FactorType> types(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            return MfaPolicy.ALL_TYPES;
        }
        Set<FactorType> types = EnumSet.noneOf(FactorType.class);
        for (int at = 0; at < names.size(); at++) {
            Optional<FactorType> type = MfaPolicy.type(names.get(at));
            if (type.isEmpty()) {
                report("/mfa/allowed_types/" + at, "Must be email, sms, totp, backup_codes or passkey.");
            }
            type.ifPresent(types::add);
        }
        return types.isEmpty() ? MfaPolicy.ALL_TYPES : types;
    }

    private @Nullable Duration duration(String pointer, @Nullable Integer seconds, Duration shortest) {
        if (seconds == null) {
            return null;
        }
        if (seconds < shortest.toSeconds() || seconds > LONGEST.toSeconds()) {
            report(pointer, "Must be from " + shortest.toSeconds() + " to " + LONGEST.toSeconds() + " seconds.");
        }
        return Duration.ofSeconds(seconds);
    }

    private void report(String pointer, String message) {
        errors.add(new FieldError(pointer, FieldCode.VALUE, message));
    }
}
