package dev.gatehouse.organization.policy;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All policies that an organization is to have from now on.
 *
 * @param seats what it costs is the realm's to say: set by a realm administrator; nothing where it was not sent
 * @param rateLimit likewise
 */
public record PolicyChange(
        MfaPolicy mfa,
        SessionPolicy session,
        DomainPolicy domains,
        @Nullable SeatPolicy seats,
        @Nullable RateLimitPolicy rateLimit) {

    /**
     * The policies after the change. An organization's own people leave seats and rate limit as they are; they may send them
     * back as they got them. A policy that nobody could satisfy is refused: it would lock everybody out, its author too.
     *
     * @param enrollable the kinds of second factor that can be set up in the realm
     */
    public Outcome<OrganizationPolicies> applyTo(
            OrganizationPolicies current, RealmStanding standing, Set<FactorType> enrollable) {
        if (mfa.required() && Collections.disjoint(mfa.allowedTypes(), enrollable)) {
            return Outcome.refused(
                    Verdict.UNUSABLE_POLICY,
                    new FieldError(
                            "/mfa/allowed_types",
                            FieldCode.VALUE,
                            "None of these can be set up here, so that nobody could log in any more."));
        }
        if (standing == RealmStanding.MANAGES) {
            return Outcome.done(new OrganizationPolicies(
                    mfa,
                    session,
                    seats == null ? SeatPolicy.NONE : seats,
                    rateLimit == null ? RateLimitPolicy.NONE : rateLimit,
                    domains));
        }
        boolean seatsStay = seats == null || seats.equals(current.seats());
        boolean rateLimitStays = rateLimit == null || rateLimit.equals(current.rateLimit());
        return seatsStay && rateLimitStays
                ? Outcome.done(new OrganizationPolicies(mfa, session, current.seats(), current.rateLimit(), domains))
                : Outcome.refused(Verdict.REALM_POLICY);
    }
}
