package dev.gatehouse.messaging.micrometer;

import dev.gatehouse.messaging.Backlog;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.MessageJournal;
import dev.gatehouse.messaging.QueuedMessage;
import dev.gatehouse.messaging.Settlement;
import dev.gatehouse.messaging.Settlement.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Counts messages and writes down those that are lost. A log line names a message by its id and realm, never by its
 * destination.
 */
public final class MeteredJournal implements MessageJournal {
    private static final Logger LOG = Logger.getLogger("dev.gatehouse.messaging");

    private final MeterRegistry meters;

    public MeteredJournal(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shows what waits as gauges; {@code backlog} is asked at every scrape and must be cheap. */
    public void watch(Supplier<Backlog> backlog) {
        Gauge.builder("gatehouse.messages.queue.size", () -> backlog.get().size())
                .description("Messages that wait, counted up to " + Backlog.COUNTED_AT_MOST)
                .register(meters);
        Gauge.builder(
                        "gatehouse.messages.queue.age",
                        () -> backlog.get().oldestAge().toMillis() / 1000.0)
                .description("How long the oldest waiting message has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void queued(Channel channel) {
        count("queued", channel);
    }

    @Override
    public void settled(QueuedMessage message, DeliveryOutcome outcome, Settlement settlement) {
        Channel channel = message.message().channel();
        if (outcome != DeliveryOutcome.ACCEPTED) {
            count("failed", channel);
        }
        switch (settlement.verdict()) {
            case SENT -> count("sent", channel);
            case RETRY ->
                LOG.debugf(
                        "Message %s did not leave at attempt %d; next at %s",
                        message.id(), message.attempt(), settlement.nextAttemptAt());
            case EXPIRED, LIMITED, DEAD -> lost(message, settlement.verdict());
        }
    }

    @Override
    public void givenUp(QueuedMessage message, Settlement settlement) {
        lost(message, settlement.verdict());
    }

    @Override
    public void stumbled(String doing, Exception failure) {
        LOG.errorf(failure, "Failure at %s", doing);
    }

    private void lost(QueuedMessage message, Verdict verdict) {
        count(verdict.name().toLowerCase(Locale.ROOT), message.message().channel());
        LOG.warnf(
                "%s message %s of realm %s was not sent: %s after %d attempts",
                message.message().channel(),
                message.id(),
                message.message().realmId(),
                verdict == Verdict.DEAD ? "given up" : verdict.name().toLowerCase(Locale.ROOT),
                message.attempt());
    }

    private void count(String what, Channel channel) {
        meters.counter("gatehouse.messages." + what, "channel", channel.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
