package dev.gatehouse.api.organizations;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.organization.policy.MfaPolicy;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies of an organization as clients see them; no kinds means every kind, and null means unlimited. */
record PoliciesAnswer(Mfa mfa, Session session, Seats seats, RateLimit rateLimit, Domains domains) {

    record Mfa(
            boolean required,
            List<String> allowedTypes,
            @Nullable Long maxAgeSeconds) {}

    record Session(@Nullable Long maxSeconds, @Nullable Long idleSeconds) {}

    record Seats(@Nullable Integer limit) {}

    record RateLimit(@Nullable String tier) {}

    record Domains(boolean autoJoin, boolean restrictToDomains) {}

    static PoliciesAnswer of(OrganizationPolicies policies) {
        return new PoliciesAnswer(
                new Mfa(
                        policies.mfa().required(),
                        types(policies.mfa()),
                        seconds(policies.mfa().maximumAge())),
                new Session(
                        seconds(policies.session().maximum()),
                        seconds(policies.session().idle())),
                new Seats(policies.seats().limit()),
                new RateLimit(policies.rateLimit().tier()),
                new Domains(policies.domains().autoJoin(), policies.domains().restrictToDomains()));
    }

    private static List<String> types(MfaPolicy mfa) {
        return mfa.restrictsTypes()
                ? mfa.allowedTypes().stream().map(FactorType::wireName).sorted().toList()
                : List.of();
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }
}
