package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every outbox promises, to those who write and to the relay. */
public abstract class OutboxContract {

    /** Appends in one transaction that is committed. */
    protected abstract void append(EventEnvelope... events);

    protected abstract OutboxQueue queue();

    private List<OutboxEntry> oldest(int limit) {
        List<OutboxEntry> found = new ArrayList<>();
        assertThat(queue().whileHeld(held -> found.addAll(held.oldest(limit)))).isTrue();
        return found;
    }

    @Test
    void eventsWaitInTheOrderInWhichTheyWereWritten() {
        append(Samples.event("anna", "1"), Samples.event("ben", "2"));
        append(Samples.event("anna", "3"));

        assertThat(oldest(10)).extracting(entry -> entry.event().subject()).containsExactly("1", "2", "3");
        assertThat(oldest(2)).extracting(entry -> entry.event().subject()).containsExactly("1", "2");
        assertThat(oldest(10)).extracting(OutboxEntry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anEventComesBackAsItWas() {
        EventEnvelope event = new EventEnvelope(
                java.util.UUID.randomUUID(),
                java.net.URI.create("/realms/K%C3%B6ln"),
                "dev.gatehouse.user.login.v1",
                Instant.parse("2026-03-01T12:00:00.123Z"),
                null,
                "ключ",
                Instant.parse("2026-03-01T12:00:01.456Z"),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "{\"name\":\"Zoë 😀\"}");
        append(event);

        assertThat(oldest(1)).singleElement().extracting(OutboxEntry::event).isEqualTo(event);
    }

    @Test
    void noTextFromOutsideIsTooLongOrTooStrange() {
        append(Samples.event(
                "k\0".repeat(600), "s\uD800".repeat(600), "\"" + "x".repeat(200_000) + "\"", Samples.NOON));

        assertThat(oldest(1)).hasSize(1);
    }

    @Test
    void whatWasDeliveredOrRefusedNoLongerWaits() {
        append(Samples.event("anna", "1"), Samples.event("anna", "2"), Samples.event("anna", "3"));

        queue().whileHeld(held -> {
            List<OutboxEntry> entries = held.oldest(10);
            held.delivered(entries.subList(0, 1));
            held.refused(entries.get(1), "too large");
        });

        assertThat(oldest(10)).extracting(entry -> entry.event().subject()).containsExactly("3");
    }

    @Test
    void onlyTheOldestAreGivenUpAndOnlyAsManyAsSaid() {
        append(
                Samples.event("anna", "1", "{}", Samples.NOON),
                Samples.event("anna", "2", "{}", Samples.NOON),
                Samples.event("anna", "3", "{}", Samples.NOON.plusSeconds(10)));
        List<Integer> given = new ArrayList<>();

        queue().whileHeld(held -> {
            given.add(held.discardRecordedBefore(Samples.NOON.plusSeconds(1), 1));
            given.add(held.discardRecordedBefore(Samples.NOON.plusSeconds(1), 10));
        });

        assertThat(given).containsExactly(1, 1);
        assertThat(oldest(10)).extracting(entry -> entry.event().subject()).containsExactly("3");
    }

    @Test
    void theOldestTellsSinceWhenEventsWait() {
        assertThat(queue().oldest()).isEmpty();

        append(
                Samples.event("anna", "1", "{}", Samples.NOON),
                Samples.event("anna", "2", "{}", Samples.NOON.plusSeconds(9)));

        assertThat(queue().oldest()).contains(Samples.NOON);
    }

    @Test
    void oneHoldsItAtATimeAndTheOtherDoesNotWait() throws Exception {
        append(Samples.event("anna", "1"));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = other.submit(() -> queue().whileHeld(held -> {
                holding.countDown();
                try {
                    letGo.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
            assertThat(holding.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(queue().whileHeld(held -> {
                        throw new AssertionError("held by two");
                    }))
                    .isFalse();
            append(Samples.event("anna", "2"));

            letGo.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(oldest(10)).hasSize(2);
        } finally {
            other.shutdownNow();
        }
    }
}
