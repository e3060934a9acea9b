package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void aNameCannotEndAHeaderLine() {
        assertThat(OneLine.of("Acme\r\nBcc: everybody@example.test")).isEqualTo("Acme Bcc: everybody@example.test");
        assertThat(OneLine.of("Acme\u2028\u0085\u0000x")).isEqualTo("Acme x");
    }

    @Test
    void aNameCannotTurnRoundOrHideWhatStandsBesideIt() {
        assertThat(OneLine.of("Ac\u202Eme\u2066 \u200BLtd\uFEFF")).isEqualTo("Acme Ltd");
    }

    @Test
    void aNameStaysAsItIsOtherwise() {
        assertThat(OneLine.of("Müller & Söhne <GmbH> – 株式会社")).isEqualTo("Müller & Söhne <GmbH> – 株式会社");
        assertThat(OneLine.of(null)).isEmpty();
    }

    @Test
    void aMegabyteIsCutOff() {
        assertThat(OneLine.of("😀".repeat(1_000_000)).codePoints()).hasSize(100);
    }

    @Test
    void aPersonsNameIsWhatIsKnownOfIt() {
        assertThat(OneLine.of("Ann", null)).isEqualTo("Ann");
        assertThat(OneLine.of("Ann", "Lee")).isEqualTo("Ann Lee");
        assertThat(OneLine.of(null, null)).isEmpty();
    }
}
