package dev.gatehouse.messaging.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayListTest {
    private static final SmsGateway INBOX = text -> GatewayAnswer.accepted();

    /** All there is, set rightly. */
    private final Map<String, String> settings = new HashMap<>(Map.ofEntries(
            Map.entry("gatehouse.sms.gateways", "twilio, vonage, http"),
            Map.entry("gatehouse.sms.countries", "DE,AT"),
            Map.entry("gatehouse.sms.twilio.account-sid", "AC0123456789abcdef0123456789abcdef"),
            Map.entry("gatehouse.sms.twilio.secret", "s3cret-of-twilio"),
            Map.entry("gatehouse.sms.twilio.from", "+15557122661"),
            Map.entry("gatehouse.sms.vonage.api-key", "abcd1234"),
            Map.entry("gatehouse.sms.vonage.api-secret", "s3cret-of-vonage"),
            Map.entry("gatehouse.sms.vonage.from", "Gatehouse"),
            Map.entry("gatehouse.sms.http.url", "https://sms.example.com/send"),
            Map.entry("gatehouse.sms.http.json", "{\"to\": \"{to}\", \"text\": \"{text}\"}"),
            Map.entry("gatehouse.sms.http.header", "Authorization"),
            Map.entry("gatehouse.sms.http.header-value", "Bearer s3cret-of-http")));

    private GatewayList list() {
        return GatewayList.from(SettingsSource.of(settings));
    }

    private void assertRefused(String key) {
        assertThatThrownBy(this::list)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("Setting " + key + ":")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void gatewaysAreAskedInTheOrderInWhichTheyAreNamed() {
        assertThat(list().open(Optional.of(INBOX)).keySet()).containsExactly("twilio", "vonage", "http");
        settings.put("gatehouse.sms.gateways", "http,twilio,vonage");
        assertThat(list().open(Optional.empty()).keySet()).containsExactly("http", "twilio", "vonage");
    }

    @Test
    void inProductionThereIsNoneUnlessNamed() {
        assertThat(GatewayList.from(SettingsSource.of(Map.of())).open(Optional.empty()))
                .isEmpty();
    }

    @Test
    void inDevelopmentThereIsTheInbox() {
        GatewayList development = GatewayList.from(SettingsSource.of(Map.of("gatehouse.mode", "development")));
        assertThat(development.open(Optional.of(INBOX))).containsExactly(Map.entry("inbox", INBOX));
    }

    @Test
    void theInboxMayStandBehindAGatewayThatIsTriedOut() {
        settings.put("gatehouse.mode", "development");
        settings.put("gatehouse.sms.gateways", "twilio,vonage,http,inbox");
        assertThat(list().open(Optional.of(INBOX)).keySet()).containsExactly("twilio", "vonage", "http", "inbox");
    }

    @Test
    void thereMayBeSeveralOfOneType() {
        settings.put("gatehouse.sms.gateways", "twilio,vonage,http,backup");
        settings.put("gatehouse.sms.backup.type", "http");
        settings.put("gatehouse.sms.backup.url", "https://backup.example.com/");
        settings.put("gatehouse.sms.backup.form", "n={to-digits}&t={text}");
        assertThat(list().open(Optional.empty())).hasSize(4).containsKey("backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio,twilio", "twilio,,vonage", "Twilio", "twilio vonage", "inbox", "quota", "a.b", "*"})
    void aListThatCannotWorkIsRefused(String gateways) {
        settings.put("gatehouse.sms.gateways", gateways);
        assertRefused("gatehouse.sms.gateways");
    }

    @Test
    void nothingComesAfterTheInbox() {
        settings.put("gatehouse.mode", "development");
        settings.put("gatehouse.sms.gateways", "inbox,twilio,vonage,http");
        assertRefused("gatehouse.sms.gateways");
    }

    @Test
    void whoPaysSaysForWhichCountries() {
        settings.remove("gatehouse.sms.countries");
        assertRefused("gatehouse.sms.countries");
        settings.put("gatehouse.mode", "development");
        assertRefused("gatehouse.sms.countries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twilio.account-sid",
                "twilio.secret",
                "twilio.from",
                "vonage.api-key",
                "vonage.api-secret",
                "vonage.from",
                "http.url",
                "http.json",
                "http.header-value"
            })
    void whatAGatewayNeedsAndLacksIsNamed(String key) {
        settings.remove("gatehouse.sms." + key);
        assertRefused("gatehouse.sms." + key);
    }

    @Test
    void anotherNameNeedsAType() {
        settings.put("gatehouse.sms.gateways", "twilio,vonage,http,backup");
        assertRefused("gatehouse.sms.backup.type");
        settings.put("gatehouse.sms.backup.type", "pigeon");
        assertRefused("gatehouse.sms.backup.type");
    }

    @ParameterizedTest
    @CsvSource({
        "twilio.account-sid, s3cret, twilio.account-sid",
        "twilio.account-sid, AC../../../../s3cret89abcdef01234567, twilio.account-sid",
        "twilio.messaging-service-sid, MG0123456789abcdef0123456789abcdef, twilio.from",
        "twilio.api-key, a:b, twilio.api-key",
        "twilio.url, http://api.twilio.com, twilio.url",
        "twilio.timeout, 2m, twilio.timeout",
        "vonage.api-key, a:b, vonage.api-key",
        "vonage.url, ftp://rest.nexmo.com, vonage.url",
        "http.url, http://sms.example.com/?key=s3cret, http.url",
        "http.url, https://user:s3cret@sms.example.com/, http.url",
        "http.url, //sms.example.com, http.url",
        "http.url, https:/x, http.url",
        "http.url, https://a b/s3cret, http.url",
        "http.json, '{\"to\": \"{to}\"}', http.json",
        "http.json, '{\"text\": \"{text}\"}', http.json",
        "http.json, '{\"to\": \"{to}\", \"text\": \"{text} {code}\"}', http.json",
        "http.json, '{\"to\": \"{to}\", \"text\": \"{text} {from}\"}', http.from",
        "http.json, '[\"{to}\", \"{text}\"]', http.json",
        "http.json, 'to={to}&text={text}', http.json",
        "http.json, '{\"to\": \"{to}\", \"text\": \"{text}\"} {}', http.json",
        "http.form, 'to={to}&text={text}', http.json",
        "http.header, Host, http.header",
        "http.header, 'X Y', http.header",
        "http.username, acme, http.password",
        "http.password, s3cret, http.username",
        "http.connect-timeout, 0s, http.connect-timeout"
    })
    void aValueThatCannotWorkIsRefusedNamingItsKeyAndNoSecret(String key, String value, String named) {
        settings.put("gatehouse.sms." + key, value);
        assertRefused("gatehouse.sms." + named);
    }

    @Test
    void oneWayToBeKnownIsEnough() {
        settings.put("gatehouse.sms.http.username", "acme");
        settings.put("gatehouse.sms.http.password", "s3cret");
        assertRefused("gatehouse.sms.http.header");
        settings.remove("gatehouse.sms.http.header");
        settings.remove("gatehouse.sms.http.header-value");
        assertThat(list().gateways()).hasSize(3);
        settings.put("gatehouse.sms.http.username", "ac:me");
        assertRefused("gatehouse.sms.http.username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.form", "http.header-value", "twilio.secret"})
    void aLineBreakCannotBeSmuggledIn(String key) {
        settings.put("gatehouse.sms." + key, "s3cret\r\nX-Other: 1");
        assertRefused("gatehouse.sms." + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "to={to}&to={to}&text={text}", "=x&to={to}&text={text}", "to={to}&text={text}&%zz=1"})
    void aFormThatIsNoneIsRefused(String form) {
        settings.remove("gatehouse.sms.http.json");
        settings.put("gatehouse.sms.http.form", form);
        assertRefused("gatehouse.sms.http.form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/send", "http://localhost/send", "http://[::1]:8080/send"})
    void thisMachineMayBeSpokenToWithoutTls(String url) {
        settings.put("gatehouse.sms.http.url", url);
        assertThat(list().gateways()).hasSize(3);
    }

    @Test
    void inDevelopmentAnyMachineMay() {
        settings.put("gatehouse.mode", "development");
        settings.put("gatehouse.sms.http.url", "http://sms.example.com/send");
        assertThat(list().gateways()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gatehouse.sms.qouta.number",
                "gatehouse.sms.quota.numbers",
                "gatehouse.sms.twilio.auth-token",
                "gatehouse.sms.other.url",
                "GATEHOUSE_SMS_CONTRIES"
            })
    void aMisspeltKeyStopsTheStart(String key) {
        settings.put(key, "s3cret");
        assertRefused(key);
    }

    @Test
    void keysFromTheEnvironmentAreKnown() {
        settings.put("GATEHOUSE_SMS_QUOTA_NUMBER_WINDOW", "1d");
        settings.put("GATEHOUSE_SMS_TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef");
        assertThat(list().gateways()).hasSize(3);
    }

    @Test
    void anAttemptAtAllOfThemFitsIntoTheLease() {
        settings.put("gatehouse.messaging.lease", "30s");
        assertRefused("gatehouse.messaging.lease");
        settings.put("gatehouse.sms.twilio.timeout", "5s");
        assertThat(list().gateways()).hasSize(3);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(list().toString()).isEqualTo("twilio, vonage, http");
        assertThat(list().gateways())
                .allSatisfy(gateway ->
                        assertThat(gateway.toString()).doesNotContain("s3cret").contains("hidden"));
    }

    @Test
    void equalSettingsAreEqual() {
        assertThat(list()).isEqualTo(list());
    }
}
