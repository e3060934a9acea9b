package dev.gatehouse.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSettingsTest {
    private static SmsSettings from(Map<String, String> settings) {
        return SmsSettings.from(SettingsSource.of(settings));
    }

    @Test
    void theDefaultsAreThese() {
        Duration day = Duration.ofDays(1);
        assertThat(from(Map.of()).quotas())
                .isEqualTo(new SmsQuotas(Map.of(
                        SmsScope.NUMBER, new Quota(20, day),
                        SmsScope.USER, new Quota(20, day),
                        SmsScope.ADDRESS, new Quota(200, day),
                        SmsScope.PREFIX, new Quota(100, day),
                        SmsScope.COUNTRY, new Quota(2000, day),
                        SmsScope.REALM, new Quota(5000, day))));
        assertThat(from(Map.of()).breaker()).isEqualTo(new BreakerSettings(10, 50, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.sms.quota.number, 0",
        "gatehouse.sms.quota.user, -1",
        "gatehouse.sms.quota.address-window, 0s",
        "gatehouse.sms.quota.prefix, many",
        "gatehouse.sms.quota.country-window, 1y",
        "gatehouse.sms.quota.realm, 99999999",
        "gatehouse.sms.breaker.attempts, 1",
        "gatehouse.sms.breaker.failure-percent, 101",
        "gatehouse.sms.breaker.open-for, 2h"
    })
    void aValueThatCannotWorkIsRefusedNamingItsKey(String key, String value) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(key);
    }
}
