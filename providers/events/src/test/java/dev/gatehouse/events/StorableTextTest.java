package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(StorableText.of("Zoë's shop 😀", 50)).isEqualTo("Zoë's shop 😀");
    }

    @Test
    void whatADatabaseRefusesIsReplaced() {
        assertThat(StorableText.of("a\0b\nc\uD800d", 50)).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(StorableText.of("abc😀", 4)).isEqualTo("abc");
        assertThat(StorableText.of("abcdef", 4)).isEqualTo("abcd");
    }
}
