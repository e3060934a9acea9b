package dev.gatehouse.organization.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganizationPoliciesTest {

    private static final OrganizationPolicies FULL = new OrganizationPolicies(
            new MfaPolicy(true, Set.of(FactorType.TOTP, FactorType.EMAIL), Duration.ofHours(12)),
            new SessionPolicy(Duration.ofHours(24), Duration.ofHours(1)),
            new SeatPolicy(25),
            new RateLimitPolicy("gold"),
            new DomainPolicy(true, true));

    @Test
    void attributesCarryEveryPolicyUnderAKeyOfItsOwn() {
        assertThat(FULL.attributes())
                .containsOnly(
                        Map.entry("gatehouse.policy.mfa.required", List.of("true")),
                        Map.entry("gatehouse.policy.mfa.allowed-types", List.of("email,totp")),
                        Map.entry("gatehouse.policy.mfa.max-age-seconds", List.of("43200")),
                        Map.entry("gatehouse.policy.session.max-seconds", List.of("86400")),
                        Map.entry("gatehouse.policy.session.idle-seconds", List.of("3600")),
                        Map.entry("gatehouse.policy.seats.limit", List.of("25")),
                        Map.entry("gatehouse.policy.rate-limit.tier", List.of("gold")),
                        Map.entry("gatehouse.policy.domains.auto-join", List.of("true")),
                        Map.entry("gatehouse.policy.domains.restrict-to-domains", List.of("true")));
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(OrganizationPolicies.from(FULL.attributes())).isEqualTo(FULL);
        assertThat(OrganizationPolicies.from(OrganizationPolicies.NONE.attributes()))
                .isEqualTo(OrganizationPolicies.NONE);
    }

    @Test
    void noPolicyIsNoAttribute() {
        assertThat(OrganizationPolicies.NONE.attributes()).isEmpty();
    }

    @Test
    void replacingPoliciesLeavesOtherAttributesAlone() {
        Map<String, List<String>> attributes =
                Map.of("region", List.of("eu"), "gatehouse.policy.seats.limit", List.of("3"));

        assertThat(OrganizationPolicies.NONE.replacedIn(attributes)).containsOnly(Map.entry("region", List.of("eu")));
    }

    @Test
    void anAttributeEmptiedInTheConsoleIsNone() {
        assertThat(read("mfa.required", "").mfa()).isEqualTo(MfaPolicy.NONE);
        assertThat(read("session.max-seconds", " ").session()).isEqualTo(SessionPolicy.NONE);
        assertThat(read("seats.limit", "").seats()).isEqualTo(SeatPolicy.NONE);
    }

    @Test
    void aDemandThatCannotBeReadIsMade() {
        assertThat(read("mfa.required", "yes").mfa().required()).isTrue();
        assertThat(read("mfa.required", "flase").mfa().required()).isTrue();
        assertThat(read("mfa.required", " FALSE ").mfa().required()).isFalse();
        assertThat(read("mfa.required", "false", "true").mfa().required()).isTrue();
        assertThat(read("domains.restrict-to-domains", "1").domains().restrictToDomains())
                .isTrue();
    }

    @Test
    void aPermissionThatCannotBeReadIsNotGiven() {
        assertThat(read("domains.auto-join", "yes").domains().autoJoin()).isFalse();
        assertThat(read("domains.auto-join", "true", "no").domains().autoJoin()).isFalse();
        assertThat(read("domains.auto-join", " True ").domains().autoJoin()).isTrue();
    }

    @Test
    void aTimeThatCannotBeReadIsTheShortest() {
        for (String unreadable : List.of("1h", "-1", "0", "3600.5", "99999999999999999999", "٣٦٠٠")) {
            OrganizationPolicies policies = read("session.max-seconds", unreadable);
            assertThat(policies.session().maximum()).isEqualTo(SessionPolicy.SHORTEST);
            assertThat(read("mfa.max-age-seconds", unreadable).mfa().maximumAge())
                    .isEqualTo(MfaPolicy.SHORTEST_AGE);
        }
    }

    @Test
    void ofSeveralTimesTheShortestCounts() {
        assertThat(read("session.idle-seconds", "7200", "600").session().idle()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aSeatLimitThatCannotBeReadLetsNobodyIn() {
        assertThat(read("seats.limit", "unlimited").seats().limit()).isZero();
        assertThat(read("seats.limit", "50", "20").seats().limit()).isEqualTo(20);
    }

    @Test
    void aTierThatCannotBeReadIsOneThatNoSettingsDefine() {
        assertThat(read("rate-limit.tier", "go ld").rateLimit().tier()).isEqualTo(RateLimitPolicy.UNREADABLE);
        assertThat(read("rate-limit.tier", "gold", "platinum").rateLimit().tier())
                .isEqualTo(RateLimitPolicy.UNREADABLE);
        assertThat(RateLimitPolicy.isName(RateLimitPolicy.UNREADABLE)).isFalse();
    }

    @Test
    void aKindThatDoesNotExistAllowsNothing() {
        assertThat(read("mfa.allowed-types", "totp, carrier-pigeon").mfa().allowedTypes())
                .containsExactly(FactorType.TOTP);
    }

    @Test
    void ifNoKindCanBeReadOnlyTheStrongestIsAllowed() {
        assertThat(read("mfa.allowed-types", "totpp").mfa().allowedTypes()).containsExactly(FactorType.PASSKEY);
        assertThat(read("mfa.allowed-types", ",").mfa().allowedTypes()).containsExactly(FactorType.PASSKEY);
    }

    @Test
    void ofSeveralListsWhatIsOnAllOfThemIsAllowed() {
        assertThat(read("mfa.allowed-types", "totp,email", "sms,TOTP").mfa().allowedTypes())
                .containsExactly(FactorType.TOTP);
    }

    @Test
    void allOrganizationsOfAUserReadTogetherAreTheStrictestOfThem() {
        OrganizationPolicies one = OrganizationPolicies.NONE;
        OrganizationPolicies other = FULL;
        Map<String, List<String>> together = Map.of(
                "gatehouse.policy.mfa.required", List.of("true", "false"),
                "gatehouse.policy.mfa.allowed-types", List.of("email,totp", "totp,passkey"),
                "gatehouse.policy.session.max-seconds", List.of("86400", "7200"));

        OrganizationPolicies strictest = OrganizationPolicies.from(together);

        assertThat(strictest.mfa().required()).isTrue();
        assertThat(strictest.mfa().allowedTypes()).containsExactly(FactorType.TOTP);
        assertThat(strictest.session().maximum()).isEqualTo(Duration.ofHours(2));
        assertThat(one.mfa().stricter(other.mfa())).isEqualTo(other.mfa());
    }

    @Test
    void theStricterOfTwoPoliciesWins() {
        MfaPolicy one = new MfaPolicy(false, Set.of(FactorType.TOTP, FactorType.EMAIL), Duration.ofHours(1));
        MfaPolicy other = new MfaPolicy(true, Set.of(FactorType.TOTP, FactorType.SMS), null);
        MfaPolicy both = new MfaPolicy(true, Set.of(FactorType.TOTP), Duration.ofHours(1));
        assertThat(one.stricter(other)).isEqualTo(both);
        assertThat(other.stricter(one)).isEqualTo(both);

        SessionPolicy day = new SessionPolicy(Duration.ofDays(1), null);
        SessionPolicy week = new SessionPolicy(Duration.ofDays(7), Duration.ofHours(2));
        assertThat(day.stricter(week)).isEqualTo(new SessionPolicy(Duration.ofDays(1), Duration.ofHours(2)));
        assertThat(week.stricter(day)).isEqualTo(day.stricter(week));

        assertThat(new SeatPolicy(3).stricter(SeatPolicy.NONE)).isEqualTo(new SeatPolicy(3));
        assertThat(new SeatPolicy(3).stricter(new SeatPolicy(2))).isEqualTo(new SeatPolicy(2));

        assertThat(new DomainPolicy(true, false).stricter(new DomainPolicy(false, true)))
                .isEqualTo(new DomainPolicy(false, true));
    }

    @Test
    void policiesThatContradictEachOtherAllowTheStrongestKind() {
        MfaPolicy totp = new MfaPolicy(true, Set.of(FactorType.TOTP), null);
        MfaPolicy email = new MfaPolicy(true, Set.of(FactorType.EMAIL), null);

        assertThat(totp.stricter(email).allowedTypes()).containsExactly(FactorType.PASSKEY);
    }

    @Test
    void aSessionIsOverAfterItsLongestTimeOrWhenItWasNotUsed() {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        SessionPolicy policy = new SessionPolicy(Duration.ofHours(8), Duration.ofMinutes(30));

        assertThat(policy.isOver(now.minusSeconds(8 * 3600), now.minusSeconds(1800), now))
                .isFalse();
        assertThat(policy.isOver(now.minusSeconds(8 * 3600 + 1), now, now)).isTrue();
        assertThat(policy.isOver(now.minusSeconds(3600), now.minusSeconds(1801), now))
                .isTrue();
        assertThat(SessionPolicy.NONE.isOver(Instant.EPOCH, Instant.EPOCH, now)).isFalse();
    }

    @Test
    void aSessionRemembersItsLimitsAndForgetsUnreadableOnesTheStrictWay() {
        SessionPolicy policy = new SessionPolicy(Duration.ofHours(8), null);

        assertThat(SessionPolicy.parse(policy.text())).isEqualTo(policy);
        assertThat(SessionPolicy.parse(SessionPolicy.NONE.text())).isEqualTo(SessionPolicy.NONE);
        assertThat(SessionPolicy.parse(null)).isEqualTo(SessionPolicy.NONE);
        assertThat(SessionPolicy.parse("x"))
                .isEqualTo(new SessionPolicy(SessionPolicy.SHORTEST, SessionPolicy.SHORTEST));
    }

    private static OrganizationPolicies read(String key, String... values) {
        return OrganizationPolicies.from(Map.of("gatehouse.policy." + key, List.of(values)));
    }
}
