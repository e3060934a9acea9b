package dev.gatehouse.messaging;

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

class MessagingSettingsTest {
    private static MessagingSettings from(Map<String, String> settings) {
        return MessagingSettings.from(SettingsSource.of(settings));
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(from(Map.of()))
                .isEqualTo(new MessagingSettings(
                        new Quota(200, Duration.ofHours(1)),
                        8,
                        4,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(15), 100),
                        Duration.ofHours(24),
                        Duration.ofHours(24),
                        1025));
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.messaging.per-destination, 0",
        "gatehouse.messaging.per-destination-window, 1s",
        "gatehouse.messaging.senders, 0",
        "gatehouse.messaging.senders-per-realm, 9",
        "gatehouse.messaging.poll-interval, 0s",
        "gatehouse.messaging.connect-timeout, 1h",
        "gatehouse.messaging.read-timeout, 0s",
        "gatehouse.messaging.write-timeout, never",
        "gatehouse.messaging.lease, 25s",
        "gatehouse.messaging.max-attempts, 0",
        "gatehouse.messaging.retry-first-wait, 1ms",
        "gatehouse.messaging.retry-longest-wait, 1s",
        "gatehouse.messaging.lifetime, 8d",
        "gatehouse.messaging.retention, 31d",
        "gatehouse.messaging.inbox.smtp-port, 0"
    })
    void aValueThatCannotWorkIsRefusedNamingItsKey(String key, String value) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value.equals("25s") ? "PT25S" : value);
    }

    @Test
    void oneSenderIsEnough() {
        assertThat(from(Map.of("gatehouse.messaging.senders", "1")).sendersPerLane())
                .isEqualTo(1);
    }
}
