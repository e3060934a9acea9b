package dev.gatehouse.messaging.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, +49, +49 ••• ••78, +491511234",
        "+12025550123, +1, +1 ••• ••23, +1202555",
        "+79161234567, +7, +7 ••• ••67, +7916123",
        "+351912345678, +351, +351 ••• ••78, +35191234",
        "+290123456, +290, +290 ••• ••56, +29012"
    })
    void itsPartsAreKnownFromTheNumberAlone(String e164, String callingCode, String masked, String block) {
        PhoneNumber number = new PhoneNumber(e164);
        assertThat(number.callingCode()).isEqualTo(callingCode);
        assertThat(number.masked()).isEqualTo(masked);
        assertThat(number.block()).isEqualTo(block);
    }

    @Test
    void whateverPrintsItShowsItMasked() {
        PhoneNumber number = new PhoneNumber("+4915112345678");
        assertThat(number).hasToString("+49 ••• ••78");
        assertThat("Sent to " + number).doesNotContain("1511234");
        assertThat(String.format(Locale.ROOT, "%s", number)).doesNotContain("1511234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "4915112345678",
                "+0491511234",
                "+49151",
                "+49 151 12345678",
                "+4915112345678901",
                "+491511234567x",
                "+4915112345678\n",
                "+٤٩١٥١١٢٣٤٥٦٧٨"
            })
    void whatIsNoNumberInInternationalFormIsNone(String text) {
        assertThat(PhoneNumber.isE164(text)).isFalse();
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E.164");
    }
}
