package dev.gatehouse.messaging.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.Backlog;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Messages;
import dev.gatehouse.messaging.QueuedMessage;
import dev.gatehouse.messaging.Settlement;
import dev.gatehouse.messaging.Settlement.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeteredJournalTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MeteredJournal journal = new MeteredJournal(meters);
    private final QueuedMessage message = Messages.attempt(1, Messages.email("realm", "Hello"));

    private double counted(String name) {
        return meters.get("gatehouse.messages." + name)
                .tag("channel", "email")
                .counter()
                .count();
    }

    @Test
    void everyStepOfAMessageIsCounted() {
        journal.queued(Channel.EMAIL);
        journal.settled(message, DeliveryOutcome.FAILED, new Settlement(Verdict.RETRY, Messages.NOW));
        journal.settled(message, DeliveryOutcome.ACCEPTED, new Settlement(Verdict.SENT, null));
        journal.settled(message, DeliveryOutcome.REFUSED, new Settlement(Verdict.DEAD, null));
        journal.givenUp(message, new Settlement(Verdict.EXPIRED, null));
        journal.givenUp(message, new Settlement(Verdict.LIMITED, null));
        assertThat(counted("queued")).isEqualTo(1);
        assertThat(counted("sent")).isEqualTo(1);
        assertThat(counted("failed")).isEqualTo(2);
        assertThat(counted("dead")).isEqualTo(1);
        assertThat(counted("expired")).isEqualTo(1);
        assertThat(counted("limited")).isEqualTo(1);
    }

    @Test
    void theQueueIsShownBySizeAndAge() {
        journal.watch(() -> new Backlog(3, Duration.ofMillis(1500)));
        assertThat(meters.get("gatehouse.messages.queue.size").gauge().value()).isEqualTo(3);
        assertThat(meters.get("gatehouse.messages.queue.age").gauge().value()).isEqualTo(1.5);
    }
}
