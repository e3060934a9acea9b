package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final Instant NOW = Samples.NOON.plusSeconds(60);

    private final RecordedOutbox outbox = new RecordedOutbox();
    private final RecordedPublisher publisher = new RecordedPublisher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final EventMeters meters = new EventMeters(registry, clock);

    private OutboxRelay relay(int batchSize) {
        return new OutboxRelay(outbox, publisher, new RelayLimits(batchSize, Duration.ofDays(7)), meters, clock);
    }

    private void append(String key, String... subjects) {
        for (String subject : subjects) {
            outbox.append(Samples.event(key, subject));
        }
    }

    @Test
    void whatHasArrivedNoLongerWaits() {
        append("anna", "a1", "a2");

        assertThat(relay(10).relay()).isEqualTo(RelayResult.EMPTIED);
        assertThat(publisher.arrived).containsExactly("a1", "a2");
        assertThat(outbox.waiting()).isEmpty();
        assertThat(registry.counter("gatehouse.events.relayed").count()).isEqualTo(2);
    }

    @Test
    void aFullBatchMeansThatMoreMayWait() {
        append("anna", "a1", "a2", "a3");

        assertThat(relay(2).relay()).isEqualTo(RelayResult.MORE_WAITING);
        assertThat(relay(2).relay()).isEqualTo(RelayResult.EMPTIED);
        assertThat(publisher.arrived).containsExactly("a1", "a2", "a3");
    }

    @Test
    void oneEventOfAKeyIsOnItsWayAtATime() {
        append("anna", "a1", "a2");
        append("ben", "b1", "b2");
        publisher.watch = true;

        relay(10).relay();

        assertThat(publisher.mostOnTheirWayPerKey).isEqualTo(1);
    }

    @Test
    void whatCannotBeSentHoldsBackItsKeyAndNoOther() {
        append("anna", "a1", "a2");
        append("ben", "b1", "b2");
        publisher.unavailable.add("a1");

        assertThat(relay(10).relay()).isEqualTo(RelayResult.STALLED);
        assertThat(publisher.arrived).containsExactly("b1", "b2");
        assertThat(outbox.waiting()).extracting(EventEnvelope::subject).containsExactly("a1", "a2");

        publisher.unavailable.clear();
        relay(10).relay();
        assertThat(publisher.arrived).containsExactly("b1", "b2", "a1", "a2");
    }

    @Test
    void theOrderOfAKeyHoldsAcrossAFailureInItsMiddle() {
        append("anna", "a1", "a2", "a3");
        publisher.unavailable.add("a2");

        relay(10).relay();
        publisher.unavailable.clear();
        relay(10).relay();

        assertThat(publisher.arrived).containsExactly("a1", "a2", "a3");
    }

    @Test
    void nothingAtAllThereIsFoundOutOnce() {
        publisher.down = true;
        append("anna", "a1");
        append("ben", "b1");
        append("cleo", "c1");

        assertThat(relay(10).relay()).isEqualTo(RelayResult.STALLED);
        assertThat(publisher.attempts).isEqualTo(1);
        assertThat(outbox.waiting()).hasSize(3);
        assertThat(meters.flow()).isEqualTo(EventMeters.Flow.STALLED);
        assertThat(meters.lag()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void whatIsRefusedForGoodIsPutAsideAndItsKeyGoesOn() {
        append("anna", "a1", "a2");
        publisher.refused.add("a1");

        assertThat(relay(10).relay()).isEqualTo(RelayResult.EMPTIED);
        assertThat(publisher.arrived).containsExactly("a2");
        assertThat(outbox.refusals).containsExactly("not as it is");
        assertThat(registry.counter("gatehouse.events.failed", "reason", "refused")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsNotEvenSent() {
        outbox.append(Samples.event("anna", "large", "\"" + "ä".repeat(32 * 1024) + "\"", NOW));
        append("anna", "a2");

        relay(10).relay();

        assertThat(publisher.arrived).containsExactly("a2");
        assertThat(outbox.refusals).containsExactly("The data is larger than 64 KiB");
    }

    @Test
    void dataOfSixtyFourKibibytesGoes() {
        outbox.append(Samples.event("anna", "just right", "\"" + "a".repeat(64 * 1024 - 2) + "\"", NOW));

        relay(10).relay();

        assertThat(publisher.arrived).containsExactly("just right");
    }

    @Test
    void whatWaitedLongerThanTheRetentionIsGivenUpButOnlyIfItCannotBeSent() {
        outbox.append(Samples.event("anna", "old", "{}", NOW.minus(Duration.ofDays(8))));
        append("anna", "new");
        publisher.down = true;

        relay(10).relay();

        assertThat(outbox.waiting()).extracting(EventEnvelope::subject).containsExactly("new");
        assertThat(registry.counter("gatehouse.events.failed", "reason", "expired")
                        .count())
                .isEqualTo(1);

        outbox.append(Samples.event("anna", "old too", "{}", NOW.minus(Duration.ofDays(8))));
        publisher.down = false;
        relay(10).relay();
        assertThat(publisher.arrived).containsExactly("new", "old too");
    }

    @Test
    void whileAnotherRelaysNothingIsDone() {
        append("anna", "a1");
        OutboxRelay relay = relay(10);
        List<RelayResult> inside = new ArrayList<>();

        outbox.whileHeld(held -> inside.add(relay.relay()));

        assertThat(inside).containsExactly(RelayResult.HELD_ELSEWHERE);
        assertThat(publisher.attempts).isZero();
    }

    /** Takes events, or not, as told; lands them only when all of a wave have left. */
    private static final class RecordedPublisher implements EventPublisher {
        final List<String> arrived = new ArrayList<>();
        final Set<String> unavailable = new HashSet<>();
        final Set<String> refused = new HashSet<>();
        boolean down;
        boolean watch;
        int attempts;
        int mostOnTheirWayPerKey;
        private final List<String> onTheirWay = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public CompletableFuture<Publication> publish(OutboxEntry entry) {
            attempts++;
            String subject = entry.event().subject();
            String key = entry.event().partitionKey();
            if (down || unavailable.contains(subject)) {
                // Not done at once, but for a broker that is down: as a producer does that does not know the topic.
                return down
                        ? CompletableFuture.completedFuture(Publication.unavailable("down"))
                        : new CompletableFuture<Publication>()
                                .completeOnTimeout(
                                        Publication.unavailable("no leader"),
                                        10,
                                        java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            if (refused.contains(subject)) {
                return CompletableFuture.completedFuture(Publication.refused("not as it is"));
            }
            if (watch) {
                onTheirWay.add(key);
                mostOnTheirWayPerKey = Math.max(mostOnTheirWayPerKey, (int)
                        onTheirWay.stream().filter(key::equals).count());
                CompletableFuture<Publication> landing = new CompletableFuture<>();
                CompletableFuture.delayedExecutor(10, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .execute(() -> {
                            onTheirWay.remove(key);
                            landing.complete(Publication.delivered());
                        });
                return landing;
            }
            arrived.add(subject);
            return CompletableFuture.completedFuture(Publication.delivered());
        }

        @Override
        public void close() {}
    }
}
