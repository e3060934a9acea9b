package dev.gatehouse.journeys.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The settings reference lists what the sources read, no more and no less, with the defaults that hold. */
class SettingsReferenceTest {

    private static final String NO_DEFAULT = "none";

    /** Settings without which others are not read. */
    private static final Map<String, String> OPENERS = Map.ofEntries(
            Map.entry("gatehouse.events.kafka.bootstrap-servers", "localhost:9092"),
            Map.entry("gatehouse.sms.gateways", "twilio,vonage,http"),
            Map.entry("gatehouse.sms.countries", "DE"),
            Map.entry("gatehouse.sms.twilio.account-sid", "AC0123456789abcdef0123456789abcdef"),
            Map.entry("gatehouse.sms.twilio.secret", "secret"),
            Map.entry("gatehouse.sms.twilio.from", "+15557122661"),
            Map.entry("gatehouse.sms.vonage.api-key", "abcd1234"),
            Map.entry("gatehouse.sms.vonage.api-secret", "secret"),
            Map.entry("gatehouse.sms.vonage.from", "Gatehouse"),
            Map.entry("gatehouse.sms.http.url", "https://sms.example.com/send"),
            Map.entry("gatehouse.sms.http.json", "{\"to\": \"{to}\", \"text\": \"{text}\"}"),
            Map.entry("gatehouse.sms.http.header", "Authorization"),
            Map.entry("gatehouse.sms.http.header-value", "secret"));

    private final ReadSettings sources = ReadSettings.ofTheSources();
    private final Map<String, String> documented = documentedDefaults();

    @Test
    void everySettingThatTheSourcesReadIsDescribed() {
        assertThat(documented.keySet()).containsAll(sources.keys(OPENERS));
    }

    @Test
    void everySettingThatIsDescribedIsRead() {
        assertThat(sources.keys(OPENERS)).containsAll(documented.keySet());
    }

    @Test
    void everyDefaultIsWhatHoldsWithoutIt() {
        var without = sources.values(OPENERS);
        documented.forEach((key, value) -> {
            if (!value.equals(NO_DEFAULT)) {
                var settings = new HashMap<>(OPENERS);
                settings.put(key, value);
                assertThat(sources.values(settings)).as("%s=%s", key, value).isEqualTo(without);
            }
        });
    }

    @Test
    void aDefaultThatDoesNotHoldWouldBeFound() {
        assertThat(sources.values(Map.of("gatehouse.mfa.code-length", "7"))).isNotEqualTo(sources.values(Map.of()));
        assertThatCode(() -> sources.values(Map.of("gatehouse.mfa.code-length", "five")))
                .hasMessageContaining("gatehouse.mfa.code-length");
    }

    /** From the tables of the page: the first cell is the key, the second its default. */
    private static Map<String, String> documentedDefaults() {
        var page = MarkdownPage.read(Repository.root().resolve("docs/operations/configuration.md"));
        var defaults = new TreeMap<String, String>();
        for (var row : page.rows()) {
            if (row.get(0).startsWith("gatehouse.")) {
                assertThat(defaults.put(row.get(0), row.get(1)))
                        .as("%s is described once", row.get(0))
                        .isNull();
            }
        }
        return defaults;
    }
}
