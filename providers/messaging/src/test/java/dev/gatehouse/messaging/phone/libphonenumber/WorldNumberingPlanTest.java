package dev.gatehouse.messaging.phone.libphonenumber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import dev.gatehouse.messaging.phone.PhoneSettings;
import dev.gatehouse.messaging.phone.PhoneVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldNumberingPlanTest {
    private final WorldNumberingPlan german = plan(Set.of("DE", "US", "GB", "AT"), List.of("+49176"), "DE");
    private final WorldNumberingPlan everywhere = plan(Set.of(Locale.getISOCountries()), List.of(), null);

    private static WorldNumberingPlan plan(Set<String> countries, List<String> prefixes, @Nullable String region) {
        return new WorldNumberingPlan(new PhoneSettings(countries, Optional.ofNullable(region), prefixes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 1512 3456789",
                "01512 3456789",
                "0049 1512/3456789",
                "+49 (0)1512 3456789",
                "  +49-1512-34.56.789  ",
                "＋４９１５１２３４５６７８９",
                "+٤٩١٥١٢٣٤٥٦٧٨٩"
            })
    void aNumberIsReadHoweverItIsTyped(String typed) {
        assertThat(german.read(typed)).isEqualTo(PhoneReading.accepted(new PhoneNumber("+4915123456789")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "hello",
                "+49 1512 345678a",
                "1-800-FLOWERS",
                "tel:01512-3456789;phone-context=+49",
                "+49 1512 3456789 ext. 5",
                "+49 1512 3456789 #5",
                "+999 1512 3456789",
                "+49 1512 3456789\u0000",
                "'; drop table users"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(german.read(typed).verdict()).isIn(PhoneVerdict.NOT_A_NUMBER, PhoneVerdict.NOT_POSSIBLE);
    }

    @Test
    void tenThousandCharactersAreNoNumber() {
        assertThat(german.read("1".repeat(10_000)).verdict()).isEqualTo(PhoneVerdict.NOT_A_NUMBER);
        assertThat(german.read("+49 1512 3456789" + " ".repeat(10_000)).verdict())
                .isEqualTo(PhoneVerdict.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 151, NOT_POSSIBLE",
        "+49 1512 34567890123, NOT_POSSIBLE",
        "+49 30 901820, NOT_MOBILE",
        "+44 20 7946 0958, NOT_MOBILE",
        "+43 720 123456, NOT_MOBILE",
        "+49 900 1234567, SPECIAL",
        "+49 800 1234567, SPECIAL",
        "+49 180 5123456, SPECIAL",
        "+49 700 12345678, SPECIAL",
        "+44 70 1234 5678, SPECIAL",
        "+1 900 234 5678, SPECIAL",
        "+881 6 1234 5678, SPECIAL",
        "+870 773 111 632, SPECIAL",
        "+882 16 1234 5678, SPECIAL",
        "+979 1 2345 6789, SPECIAL",
        "+33 6 12 34 56 78, COUNTRY_NOT_ALLOWED",
        "+1 876 210 1234, COUNTRY_NOT_ALLOWED",
        "+44 7624 123456, COUNTRY_NOT_ALLOWED",
        "+49 176 12345678, COUNTRY_NOT_ALLOWED"
    })
    void whereNoMessageMayGoIsRefusedWithAReason(String typed, PhoneVerdict verdict) {
        assertThat(german.read(typed)).isEqualTo(PhoneReading.refused(verdict));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+881612345678", "+870773111632", "+8821612345678", "+97912345678", "+80012345678"})
    void numbersOfNoCountryAreRefusedEvenWhereEveryCountryIsAllowed(String number) {
        assertThat(everywhere.read(number).verdict()).isIn(PhoneVerdict.SPECIAL, PhoneVerdict.NOT_POSSIBLE);
        assertThat(everywhere.judge(new PhoneNumber(number))).isNotEqualTo(PhoneVerdict.ACCEPTED);
    }

    @Test
    void whereNumbersAreNotToldApartTheyAreAccepted() {
        assertThat(german.read("+1 202 555 0123").verdict()).isEqualTo(PhoneVerdict.ACCEPTED);
    }

    @Test
    void withoutADefaultRegionTheCallingCodeIsNeeded() {
        assertThat(everywhere.read("01512 3456789").verdict()).isEqualTo(PhoneVerdict.NOT_A_NUMBER);
    }

    @Test
    void aNumberThatWasAcceptedOnceIsJudgedAnew() {
        PhoneNumber number = everywhere.read("+33 6 12 34 56 78").number().orElseThrow();
        assertThat(everywhere.judge(number)).isEqualTo(PhoneVerdict.ACCEPTED);
        assertThat(german.judge(number)).isEqualTo(PhoneVerdict.COUNTRY_NOT_ALLOWED);
        assertThat(german.judge(new PhoneNumber("+9991234567"))).isNotEqualTo(PhoneVerdict.ACCEPTED);
    }
}
