package dev.gatehouse.events;

import dev.gatehouse.events.EventMeters.Flow;
import dev.gatehouse.foundation.Worker;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The relay at work on a thread of its own: on as long as there is something, at rest otherwise until it is woken or
 * looks by itself, in growing pauses while Kafka takes nothing.
 */
public final class RunningRelay implements AutoCloseable {
    /** Events of other nodes do not wake this one. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Logger LOGGER = Logger.getLogger(RunningRelay.class);

    private final OutboxRelay relay;
    private final EventPublisher publisher;
    private final EventMeters meters;
    private final Worker worker;

    private Duration pause = SHORTEST_PAUSE;

    private RunningRelay(OutboxRelay relay, EventPublisher publisher, EventMeters meters) {
        this.relay = relay;
        this.publisher = publisher;
        this.meters = meters;
        this.worker = Worker.start(
                "gatehouse-events-relay",
                this::step,
                failure -> LOGGER.warn("The outbox cannot be read; events wait in it", failure));
    }

    public static RunningRelay start(OutboxRelay relay, EventPublisher publisher, EventMeters meters) {
        return new RunningRelay(relay, publisher, meters);
    }

    /** There is a new event. Does not disturb a pause that is made because Kafka takes nothing. */
    public void wake() {
        if (meters.flow() != Flow.STALLED) {
            worker.wake();
        }
    }

    private Duration step() {
        Flow before = meters.flow();
        RelayResult result = relay.relay();
        tell(before, meters.flow());
        if (result != RelayResult.STALLED) {
            pause = SHORTEST_PAUSE;
        }
        return switch (result) {
            case EMPTIED -> LOOK_AGAIN;
            case MORE_WAITING -> Duration.ZERO;
            case HELD_ELSEWHERE -> SHORTEST_PAUSE;
            case STALLED -> growingPause();
        };
    }

    private Duration growingPause() {
        Duration now = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return now;
    }

    private void tell(Flow before, Flow after) {
        if (after == Flow.STALLED && before != Flow.STALLED) {
            LOGGER.warnf("Kafka takes no events; they wait in the outbox (%s)", meters.trouble());
        } else if (after == Flow.FLOWING && before == Flow.STALLED) {
            LOGGER.info("Kafka takes events again");
        }
    }

    /** Ends what is under way; what has not arrived stays in the outbox. */
    @Override
    public void close() {
        publisher.close();
        worker.close();
    }
}
