package dev.gatehouse.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.Channel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedMessageTest {
    private static ReceivedMessage saying(String text) {
        return new ReceivedMessage(1, Channel.EMAIL, "alice@example.test", "Subject", text, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your code is 123456",
                "Your code is 123456.",
                "Code:123456",
                "Enter\n\n123456\n\nto log in",
                "Since 2026: code 123456, good for 5 minutes",
                "@login.example.test #123456",
                "(123456)"
            })
    void theCodeIsFound(String text) {
        assertThat(saying(text).code()).contains("123456");
    }

    @Test
    void longerCodesAreFoundWhole() {
        assertThat(saying("Your code is 12345678").code()).contains("12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no digits at all",
                "call +4930123456 or 030-123456",
                "on 2026-11-23 at 10:15:00",
                "order A123456",
                "123456789012 is too long",
                "EUR 123456.00 or 1.234567",
                "https://example.test/123456?code=654321"
            })
    void otherDigitsAreNoCode(String text) {
        assertThat(saying(text).code()).isEmpty();
    }

    @Test
    void theLinkIsFoundWithoutThePunctuationAroundIt() {
        assertThat(saying("Go to https://example.test/reset?key=a.b-c_d&x=1.").link())
                .contains("https://example.test/reset?key=a.b-c_d&x=1");
        assertThat(saying("(see <http://example.test/a>)").link()).contains("http://example.test/a");
        assertThat(saying("javascript:alert(1) ftp://example.test").link()).isEmpty();
    }

    @Test
    void theRecipientIsComparedWithoutCase() {
        assertThat(saying("x").isFor(" Alice@Example.TEST ")).isTrue();
        assertThat(saying("x").isFor("bob@example.test")).isFalse();
    }
}
