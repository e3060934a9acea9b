package dev.gatehouse.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutgoingMessageTest {
    @Test
    void itsStringShowsNeitherDestinationNorContent() {
        assertThat(Messages.email("realm", "Subject 4711").toString())
                .contains("realm")
                .doesNotContain("alice", "4711", "123456");
        assertThat(Messages.attempt(1, Messages.sms("realm", Messages.NOW)).toString())
                .doesNotContain("+49", "123456");
    }

    @Test
    void itIsExpiredFromItsExpiryOn() {
        OutgoingMessage message = Messages.email("realm", "Code", Priority.CODE, Messages.NOW);
        assertThat(message.isExpiredAt(Messages.NOW.minusMillis(1))).isFalse();
        assertThat(message.isExpiredAt(Messages.NOW)).isTrue();
    }

    @Test
    void whatTheTableCannotHoldIsRefused() {
        assertThatThrownBy(() -> Messages.email("realm", "x".repeat(999))).hasMessageContaining("998");
        assertThatThrownBy(() -> OutgoingMessage.sms("realm", " ", "text", Priority.CODE, Messages.NOW))
                .hasMessageContaining("320");
        assertThatThrownBy(() -> OutgoingMessage.email(
                        "realm", "a@b.test", "Subject", null, null, Priority.NORMAL, Messages.NOW))
                .hasMessageContaining("text");
    }
}
