package dev.gatehouse.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void isTheSameWithQuotationMarksAndWithout() {
        assertThat(IdempotencyKey.parse("\"one\"")).contains(new IdempotencyKey("one"));
        assertThat(IdempotencyKey.parse(" one ")).contains(new IdempotencyKey("one"));
        assertThat(IdempotencyKey.parse("\"one two\"")).contains(new IdempotencyKey("one two"));
        assertThat(IdempotencyKey.parse("a".repeat(255))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "\"one",
                "one\"",
                "one two",
                "\"one\", \"two\"",
                "\\",
                "\t",
                "eins\u00fc",
                "one\r\ntwo",
                "\u0000"
            })
    void isNothingElse(String header) {
        assertThat(IdempotencyKey.parse(header)).isEmpty();
    }

    @Test
    void isNotEndless() {
        assertThat(IdempotencyKey.parse("a".repeat(256))).isEmpty();
        assertThat(IdempotencyKey.parse('"' + "a".repeat(256) + '"')).isEmpty();
    }
}
