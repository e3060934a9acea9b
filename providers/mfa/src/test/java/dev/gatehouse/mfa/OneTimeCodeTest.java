package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                " 123 456\n",
                "123-456",
                "123\u2013456",
                "\uff11\uff12\uff13\uff14\uff15\uff16",
                "1\u200b2\u00a03456"
            })
    void isReadHoweverItIsTyped(String typed) {
        assertThat(OneTimeCode.typed(typed).characters()).isEqualTo("123456");
    }

    @Test
    void smallLettersAreAsGood() {
        assertThat(OneTimeCode.typed("abc-d23").characters()).isEqualTo("ABCD23");
    }

    @Test
    void whatIsTooLongIsNobodysCode() {
        assertThat(OneTimeCode.typed("1".repeat(10_000)).characters()).isEmpty();
    }

    @Test
    void isMadeOfItsAlphabetAlone() {
        CodeFormat format = new CodeFormat("BCDFGHJKLM", 8);

        assertThat(OneTimeCode.random(new Random(7), format).characters()).matches("[BCDFGHJKLM]{8}");
    }

    @Test
    void isNotPrinted() {
        assertThat(OneTimeCode.typed("123456")).hasToString("OneTimeCode[hidden]");
    }
}
