package dev.gatehouse.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionPositionTest {
    @Test
    void aPositionIsReadAsItWasWritten() {
        SessionPosition position = new SessionPosition(1_700_000_000, "a/b");

        assertThat(SessionPosition.parse(position.text())).isEqualTo(position);
    }

    @Test
    void theStartIsBeforeEverySession() {
        assertThat(SessionPosition.parse("").startedAt()).isEqualTo(Integer.MAX_VALUE);
    }
}
