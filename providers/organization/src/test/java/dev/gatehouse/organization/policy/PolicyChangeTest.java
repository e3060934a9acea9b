package dev.gatehouse.organization.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {

    private static final Set<FactorType> POSSIBLE = FactorType.ENROLLABLE;
    private static final OrganizationPolicies CURRENT = new OrganizationPolicies(
            MfaPolicy.NONE, SessionPolicy.NONE, new SeatPolicy(10), new RateLimitPolicy("gold"), DomainPolicy.NONE);

    @Test
    void whatIsNotSentIsNotAskedForAnyMore() {
        OrganizationPolicies before = OrganizationPolicies.from(Map.of(
                "gatehouse.policy.mfa.required",
                List.of("true"),
                "gatehouse.policy.session.max-seconds",
                List.of("600")));

        assertThat(change(MfaPolicy.NONE, null, null)
                        .applyTo(before, RealmStanding.NONE, POSSIBLE)
                        .get())
                .isEqualTo(OrganizationPolicies.NONE);
    }

    @Test
    void anOwnerLeavesSeatsAndRateLimitAsTheyAre() {
        MfaPolicy required = new MfaPolicy(true, MfaPolicy.ALL_TYPES, null);

        OrganizationPolicies changed = change(required, null, null)
                .applyTo(CURRENT, RealmStanding.NONE, POSSIBLE)
                .get();

        assertThat(changed.mfa()).isEqualTo(required);
        assertThat(changed.seats()).isEqualTo(CURRENT.seats());
        assertThat(changed.rateLimit()).isEqualTo(CURRENT.rateLimit());
    }

    @Test
    void anOwnerMaySendThemBackAndNotOtherwise() {
        assertThat(owner(new SeatPolicy(10), new RateLimitPolicy("gold")).isDone())
                .isTrue();
        assertThat(owner(new SeatPolicy(11), null).verdict()).isEqualTo(Verdict.REALM_POLICY);
        assertThat(owner(SeatPolicy.NONE, null).verdict()).isEqualTo(Verdict.REALM_POLICY);
        assertThat(owner(null, new RateLimitPolicy("platinum")).verdict()).isEqualTo(Verdict.REALM_POLICY);
        assertThat(change(MfaPolicy.NONE, new SeatPolicy(11), null)
                        .applyTo(CURRENT, RealmStanding.VIEWS, POSSIBLE)
                        .verdict())
                .isEqualTo(Verdict.REALM_POLICY);
    }

    @Test
    void aRealmAdministratorSetsAllOfThem() {
        OrganizationPolicies changed = change(MfaPolicy.NONE, new SeatPolicy(99), null)
                .applyTo(CURRENT, RealmStanding.MANAGES, POSSIBLE)
                .get();

        assertThat(changed.seats().limit()).isEqualTo(99);
        assertThat(changed.rateLimit()).isEqualTo(RateLimitPolicy.NONE);
    }

    @Test
    void aPolicyThatNobodyCouldSatisfyIsRefused() {
        MfaPolicy backupCodes = new MfaPolicy(true, Set.of(FactorType.BACKUP_CODES), null);

        Outcome<OrganizationPolicies> refused =
                change(backupCodes, null, null).applyTo(CURRENT, RealmStanding.MANAGES, POSSIBLE);

        assertThat(refused.verdict()).isEqualTo(Verdict.UNUSABLE_POLICY);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/mfa/allowed_types");
    }

    @Test
    void everyMistakeIsTold() {
        PolicyInput input = new PolicyInput();
        input.mfa(true, List.of("totp", "fax", "TOTP"), 299);
        input.session(0, 31_536_001);
        input.seats(0);
        input.rateLimit("Gold!");

        assertThat(input.errors())
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/mfa/allowed_types/1",
                        "/mfa/allowed_types/2",
                        "/mfa/max_age_seconds",
                        "/session/max_seconds",
                        "/session/idle_seconds",
                        "/seats/limit",
                        "/rate_limit/tier");
    }

    private static Outcome<OrganizationPolicies> owner(
            @Nullable SeatPolicy seats, @Nullable RateLimitPolicy rateLimit) {
        return change(MfaPolicy.NONE, seats, rateLimit).applyTo(CURRENT, RealmStanding.NONE, POSSIBLE);
    }

    private static PolicyChange change(MfaPolicy mfa, @Nullable SeatPolicy seats, @Nullable RateLimitPolicy rateLimit) {
        return new PolicyChange(mfa, SessionPolicy.NONE, DomainPolicy.NONE, seats, rateLimit);
    }
}
