package dev.gatehouse.messaging.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneSettingsTest {
    private static PhoneSettings from(Map<String, String> settings) {
        return PhoneSettings.from(SettingsSource.of(settings));
    }

    @Test
    void messagesGoNowhereUnlessSomebodySaysWhere() {
        assertThat(from(Map.of())).isEqualTo(new PhoneSettings(Set.of(), Optional.empty(), List.of()));
    }

    @Test
    void inDevelopmentTheyGoEverywhere() {
        assertThat(from(Map.of("gatehouse.mode", "development")).countries()).contains("DE", "US", "XK");
    }

    @Test
    void theOnlyCountryIsTheDefault() {
        assertThat(from(Map.of("gatehouse.sms.countries", "DE")).defaultRegion())
                .contains("DE");
        assertThat(from(Map.of("gatehouse.sms.countries", "DE, AT")).defaultRegion())
                .isEmpty();
        assertThat(from(Map.of("gatehouse.sms.countries", "DE,AT", "gatehouse.sms.default-region", "AT")))
                .isEqualTo(new PhoneSettings(Set.of("DE", "AT"), Optional.of("AT"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.sms.countries, de",
        "gatehouse.sms.countries, 'DE,'",
        "gatehouse.sms.countries, ZZ",
        "gatehouse.sms.countries, *",
        "gatehouse.sms.default-region, Germany",
        "gatehouse.sms.refused-prefixes, 0900",
        "gatehouse.sms.refused-prefixes, '+49900,'"
    })
    void aValueThatCannotWorkIsRefusedNamingItsKey(String key, String value) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(key);
    }

    @Test
    void theDefaultRegionIsOneOfTheCountries() {
        assertThatThrownBy(() -> from(Map.of("gatehouse.sms.countries", "DE", "gatehouse.sms.default-region", "FR")))
                .hasMessageContaining("gatehouse.sms.default-region");
    }
}
