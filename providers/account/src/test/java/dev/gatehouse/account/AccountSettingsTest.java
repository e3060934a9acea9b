package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountSettingsTest {
    @Test
    void aRegistrationWaitsADayUnlessConfiguredOtherwise() {
        assertThat(AccountSettings.from(SettingsSource.of(Map.of())))
                .isEqualTo(new AccountSettings(Duration.ofHours(24), 5, new Quota(5, Duration.ofHours(1))));
        assertThat(AccountSettings.from(SettingsSource.of(Map.of("gatehouse.account.verification-lifetime", "2h")))
                        .verificationLifetime())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aValueOutOfRangeStopsTheStart() {
        assertThatThrownBy(() ->
                        AccountSettings.from(SettingsSource.of(Map.of("gatehouse.account.waiting-registrations", "1"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.account.waiting-registrations");
    }
}
