package dev.gatehouse.events;

import dev.gatehouse.events.Publication.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Takes events from the outbox to the publisher: each at least once, those of one key in their order.
 *
 * <p>An event leaves the outbox when it has arrived, in the transaction that holds the outbox: whoever is killed on the
 * way has sent something that will be sent again under the same id, and lost nothing. Of one key only one event is on
 * its way at a time, and one that could not be sent keeps those behind it back; this is what holds the order, since a
 * publisher that retries by itself may deliver a second event after it gave up on the first. Different keys do not wait
 * for each other. An event that is refused for good is put aside and its key goes on.
 */
public final class OutboxRelay {
    /** A round ends after this time with what it has: a transaction should not be held for long. */
    static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private static final Logger LOGGER = Logger.getLogger(OutboxRelay.class);

    private final OutboxQueue queue;
    private final EventPublisher publisher;
    private final RelayLimits limits;
    private final EventMeters meters;
    private final Clock clock;

    public OutboxRelay(
            OutboxQueue queue, EventPublisher publisher, RelayLimits limits, EventMeters meters, Clock clock) {
        this.queue = queue;
        this.publisher = publisher;
        this.limits = limits;
        this.meters = meters;
        this.clock = clock;
    }

    /** Takes one batch. Safe to call on many nodes at once: all but one answer that it is held elsewhere. */
    public RelayResult relay() {
        List<RelayResult> result = new ArrayList<>(1);
        boolean held = queue.whileHeld(outbox -> result.add(relay(outbox)));
        RelayResult outcome = held ? result.get(0) : RelayResult.HELD_ELSEWHERE;
        meters.waitingSince(queue.oldest());
        return outcome;
    }

    private RelayResult relay(OutboxQueue.Held outbox) {
        List<OutboxEntry> batch = outbox.oldest(limits.batchSize());
        Map<String, Deque<OutboxEntry>> keys = new LinkedHashMap<>();
        batch.forEach(entry -> keys.computeIfAbsent(entry.event().partitionKey(), key -> new ArrayDeque<>())
                .add(entry));
        List<OutboxEntry> delivered = new ArrayList<>(batch.size());
        String trouble = "";
        Instant end = clock.instant().plus(LONGEST_ROUND);
        boolean progress = true;
        while (progress && !keys.isEmpty() && clock.instant().isBefore(end)) {
            progress = false;
            for (Flight flight : launch(keys)) {
                OutboxEntry entry = flight.entry();
                Publication publication = flight.landing().join();
                switch (publication.verdict()) {
                    case DELIVERED -> {
                        delivered.add(entry);
                        progress = true;
                        next(keys, entry);
                    }
                    case REFUSED -> {
                        outbox.refused(entry, StorableText.of(publication.reason(), 500));
                        meters.refused();
                        LOGGER.errorf(
                                "Kafka will never take event %s, it is put aside: %s",
                                entry.event().id(), publication.reason());
                        progress = true;
                        next(keys, entry);
                    }
                    case UNAVAILABLE -> {
                        trouble = publication.reason();
                        keys.remove(entry.event().partitionKey());
                    }
                }
            }
        }
        outbox.delivered(delivered);
        meters.relayed(delivered.size());
        if (!trouble.isEmpty()) {
            meters.stalled(trouble);
            giveUp(outbox);
            return RelayResult.STALLED;
        }
        if (!batch.isEmpty()) {
            meters.flowing();
        }
        return batch.size() < limits.batchSize() && keys.isEmpty() ? RelayResult.EMPTIED : RelayResult.MORE_WAITING;
    }

    private void giveUp(OutboxQueue.Held outbox) {
        int expired = outbox.discardRecordedBefore(clock.instant().minus(limits.retention()), limits.batchSize());
        if (expired > 0) {
            meters.expired(expired);
            LOGGER.errorf("%d events waited for Kafka longer than %s and are lost", expired, limits.retention());
        }
    }

    /** Sends the first event of every key; stops at one that cannot leave, since the next would wait as long for that. */
    private List<Flight> launch(Map<String, Deque<OutboxEntry>> keys) {
        List<Flight> flights = new ArrayList<>(keys.size());
        for (Deque<OutboxEntry> waiting : keys.values()) {
            OutboxEntry entry = waiting.getFirst();
            CompletableFuture<Publication> landing = entry.event().fits()
                    ? publisher.publish(entry)
                    : CompletableFuture.completedFuture(Publication.refused("The data is larger than 64 KiB"));
            flights.add(new Flight(entry, landing));
            if (landing.isDone() && landing.join().verdict() == Verdict.UNAVAILABLE) {
                break;
            }
        }
        return flights;
    }

    private static void next(Map<String, Deque<OutboxEntry>> keys, OutboxEntry landed) {
        String key = landed.event().partitionKey();
        Deque<OutboxEntry> waiting = keys.get(key);
        if (waiting != null) {
            waiting.removeFirst();
            if (waiting.isEmpty()) {
                keys.remove(key);
            }
        }
    }

    private record Flight(OutboxEntry entry, CompletableFuture<Publication> landing) {}
}
