package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxItems;
import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.policy.PolicyChange;
import dev.gatehouse.organization.policy.PolicyInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /organizations/{id}/policies}. */
record PoliciesRequest(
        @Nullable Mfa mfa,
        @Nullable Session session,
        @Nullable Seats seats,
        @Nullable RateLimit rateLimit,
        @Nullable Domains domains) {

    record Mfa(
            @Nullable Boolean required,
            @MaxLength(32) @MaxItems(5) @Nullable List<String> allowedTypes,
            @Nullable Integer maxAgeSeconds) {}

    record Session(@Nullable Integer maxSeconds, @Nullable Integer idleSeconds) {}

    record Seats(@Nullable Integer limit) {}

    record RateLimit(@MaxLength(32) @Nullable String tier) {}

    record Domains(@Nullable Boolean autoJoin, @Nullable Boolean restrictToDomains) {}

    Checked<PolicyChange> check() {
        PolicyInput input = new PolicyInput();
        PolicyChange change = new PolicyChange(
                mfa == null
                        ? input.mfa(null, null, null)
                        : input.mfa(mfa.required, mfa.allowedTypes, mfa.maxAgeSeconds),
                session == null ? input.session(null, null) : input.session(session.maxSeconds, session.idleSeconds),
                domains == null
                        ? input.domains(null, null)
                        : input.domains(domains.autoJoin, domains.restrictToDomains),
                seats == null ? null : input.seats(seats.limit),
                rateLimit == null ? null : input.rateLimit(rateLimit.tier));
        return input.errors().isEmpty() ? Checked.good(change) : Checked.bad(input.errors());
    }
}
