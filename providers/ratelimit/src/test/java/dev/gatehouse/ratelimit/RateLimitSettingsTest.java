package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitSettingsTest {

    @Test
    void withNothingConfiguredTheDefaultsHold() {
        RateLimitSettings settings = RateLimitSettings.from(SettingsSource.of(Map.of()));

        for (LimitedOperation operation : LimitedOperation.values()) {
            assertThat(settings.limit(operation)).isEqualTo(operation.defaultLimit());
        }
        assertThat(settings.storeTimeout()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.fallbackPercent()).isEqualTo(25);
        assertThat(settings.maxBuckets()).isEqualTo(100_000);
        assertThat(settings.realmRefresh()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.unlimited().contains(ClientAddress.of("127.0.0.1"))).isFalse();
    }

    @Test
    void whatIsConfiguredHolds() {
        RateLimitSettings settings = RateLimitSettings.from(SettingsSource.of(Map.of(
                "gatehouse.ratelimit.token.quota", "600",
                "gatehouse.ratelimit.forgot-password.window", "1h",
                "gatehouse.ratelimit.unlimited-addresses", "10.1.0.0/16, 2001:db8::7")));

        assertThat(settings.limit(LimitedOperation.TOKEN))
                .isEqualTo(new RateLimit("token", 600, Duration.ofMinutes(1)));
        assertThat(settings.limit(LimitedOperation.FORGOT_PASSWORD))
                .isEqualTo(new RateLimit("forgot-password", 10, Duration.ofHours(1)));
        assertThat(settings.unlimited().contains(ClientAddress.of("10.1.2.3"))).isTrue();
        assertThat(settings.unlimited().contains(ClientAddress.of("2001:db8::7")))
                .isTrue();
        assertThat(settings.unlimited().contains(ClientAddress.of("unknown"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.ratelimit.login.quota, 0",
        "gatehouse.ratelimit.login.quota, many",
        "gatehouse.ratelimit.login.window, 0s",
        "gatehouse.ratelimit.login.window, 1500ms",
        "gatehouse.ratelimit.login.window, 60",
        "gatehouse.ratelimit.store-timeout, 1m",
        "gatehouse.ratelimit.fallback-percent, 0",
        "gatehouse.ratelimit.max-buckets, 1",
        "gatehouse.ratelimit.realm-refresh, 1d",
        "gatehouse.ratelimit.unlimited-addresses, 10.0.0.0/64",
    })
    void aWrongValueStopsTheStartAndNamesItsKey(String key, String value) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> RateLimitSettings.from(SettingsSource.of(Map.of(key, value))))
                .withMessageContaining(key);
    }
}
