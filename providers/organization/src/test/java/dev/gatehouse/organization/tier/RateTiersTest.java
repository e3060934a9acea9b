package dev.gatehouse.organization.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.organization.policy.RateLimitPolicy;
import dev.gatehouse.ratelimit.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTiersTest {

    private static final String TIERS = "gatehouse.organization.rate-tiers";

    @Test
    void anOrganizationWithoutATierHasTheUsualOne() {
        RateTiers tiers = RateTiers.from(SettingsSource.of(Map.of()));
        assertThat(tiers.limit(RateLimitPolicy.NONE))
                .isEqualTo(new RateLimit("organization-standard", 1200, Duration.ofMinutes(1)));
        assertThat(tiers.limit(new RateLimitPolicy("premium")).quota()).isEqualTo(12_000);
    }

    @Test
    void aTierThatIsNowhereDefinedMeansTheStrictest() {
        RateTiers tiers = RateTiers.from(SettingsSource.of(
                Map.of(TIERS, "wide=1000/1m, narrow=100/1h", "gatehouse.organization.usual-rate-tier", "wide")));
        assertThat(tiers.limit(new RateLimitPolicy("?")).name()).isEqualTo("organization-narrow");
        assertThat(tiers.limit(new RateLimitPolicy("standard")).name()).isEqualTo("organization-narrow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"standard", "standard=0/1m", "standard=5/0m", "standard=5/1d", "Standard=5/1m", "a=1/1m,a=2/1m"})
    void aMalformedTierStopsTheStart(String tiers) {
        assertThatThrownBy(() -> RateTiers.from(SettingsSource.of(Map.of(TIERS, tiers))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(TIERS);
    }

    @Test
    void theUsualTierHasToBeOneOfThem() {
        assertThatThrownBy(() -> RateTiers.from(SettingsSource.of(Map.of(TIERS, "gold=5/1m"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("usual-rate-tier");
    }
}
