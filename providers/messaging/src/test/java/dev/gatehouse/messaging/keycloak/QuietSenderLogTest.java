package dev.gatehouse.messaging.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class QuietSenderLogTest {
    private final QuietSenderLog log = QuietSenderLog.install();
    private final LogRecord record = new LogRecord(Level.SEVERE, "Failed to send email to alice@example.test");

    @Test
    void onlyWhileTheQueueSendsAndOnlyOnItsThreadNothingIsWritten() throws Exception {
        assertThat(log.isLoggable(record)).isTrue();
        log.silence(() -> {
            assertThat(log.isLoggable(record)).isFalse();
            boolean[] elsewhere = {false};
            Thread other = new Thread(() -> elsewhere[0] = log.isLoggable(record));
            other.start();
            other.join();
            assertThat(elsewhere[0]).isTrue();
        });
        assertThat(log.isLoggable(record)).isTrue();
    }
}
