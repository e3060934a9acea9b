package dev.gatehouse.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.Settlement.Verdict;
import dev.gatehouse.messaging.quota.MemoryLedger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final MovableClock clock = new MovableClock();
    private final MemoryQueue queue = new MemoryQueue(clock, Duration.ofMinutes(2), Duration.ofHours(1));
    private final MemoryLedger ledger = new MemoryLedger(clock);
    private final RecordingJournal journal = new RecordingJournal();
    private final Queue<String> carried = new ConcurrentLinkedQueue<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("gatehouse.messaging.poll-interval", "100ms"));
    private @Nullable Carrier sms;
    private Dispatcher dispatcher = dispatcher(queue, this::accept);

    private static final class RecordingJournal implements MessageJournal {
        private final Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();
        private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

        @Override
        public void queued(Channel channel) {}

        @Override
        public void settled(QueuedMessage message, DeliveryOutcome outcome, Settlement settlement) {
            verdicts.add(settlement.verdict());
        }

        @Override
        public void givenUp(QueuedMessage message, Settlement settlement) {
            verdicts.add(settlement.verdict());
        }

        @Override
        public void stumbled(String doing, Exception failure) {
            failures.add(failure);
        }
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    private DeliveryOutcome accept(OutgoingMessage message) {
        carried.add(message.subject());
        return DeliveryOutcome.ACCEPTED;
    }

    private Dispatcher dispatcher(DispatchQueue from, Carrier email) {
        return new Dispatcher(
                from,
                carriers(email),
                ledger,
                journal,
                MessagingSettings.from(SettingsSource.of(settings)),
                clock,
                new Random(1));
    }

    private Map<Channel, Carrier> carriers(Carrier email) {
        return sms == null ? Map.of(Channel.EMAIL, email) : Map.of(Channel.EMAIL, email, Channel.SMS, sms);
    }

    private void start(Carrier email) {
        dispatcher.close();
        dispatcher = dispatcher(queue, email);
        dispatcher.start();
    }

    private void awaitVerdicts(Verdict... verdicts) {
        await().untilAsserted(() -> assertThat(journal.verdicts).containsExactly(verdicts));
    }

    @Test
    void aQueuedMessageIsCarried() {
        start(this::accept);
        queue.queue(Messages.email("realm", "Hello"));
        dispatcher.wake();
        awaitVerdicts(Verdict.SENT);
        assertThat(carried).containsExactly("Hello");
        assertThat(dispatcher.lastOutcomes()).containsEntry(Channel.EMAIL, DeliveryOutcome.ACCEPTED);
    }

    @Test
    void itIsFoundWithoutBeingWoken() {
        start(this::accept);
        queue.queue(Messages.email("realm", "Hello"));
        awaitVerdicts(Verdict.SENT);
    }

    @Test
    void anExpiredMessageDoesNotLeave() {
        queue.queue(Messages.email("realm", "late", Priority.CODE, Messages.NOW));
        start(this::accept);
        awaitVerdicts(Verdict.EXPIRED);
        assertThat(carried).isEmpty();
    }

    @Test
    void aFailedMessageIsCarriedAgainWhenItsTimeHasCome() {
        AtomicInteger attempts = new AtomicInteger();
        queue.queue(Messages.email("realm", "Hello"));
        start(message -> attempts.incrementAndGet() < 3 ? DeliveryOutcome.FAILED : DeliveryOutcome.ACCEPTED);
        awaitVerdicts(Verdict.RETRY);
        clock.advance(Duration.ofSeconds(2));
        awaitVerdicts(Verdict.RETRY, Verdict.RETRY);
        clock.advance(Duration.ofSeconds(4));
        awaitVerdicts(Verdict.RETRY, Verdict.RETRY, Verdict.SENT);
    }

    @Test
    void aMessageThatKillsItsNodeAgainAndAgainIsGivenUp() {
        settings.put("gatehouse.messaging.max-attempts", "1");
        queue.queue(Messages.email("realm", "poison"));
        assertThat(queue.claim(Set.of())).isPresent();
        clock.advance(Duration.ofMinutes(2));
        start(this::accept);
        awaitVerdicts(Verdict.DEAD);
        assertThat(carried).isEmpty();
    }

    @Test
    void aDestinationGetsAsManyAsItMayAndCodesAreCountedApart() {
        settings.put("gatehouse.messaging.per-destination", "2");
        for (int number = 1; number <= 4; number++) {
            queue.queue(Messages.email("realm", "note " + number));
        }
        queue.queue(Messages.email("realm", "code", Priority.CODE, Messages.NOW.plusSeconds(60)));
        queue.queue(Messages.email("other realm", "elsewhere"));
        start(this::accept);
        await().untilAsserted(() -> assertThat(journal.verdicts).hasSize(6));
        assertThat(journal.verdicts)
                .filteredOn(verdict -> verdict == Verdict.LIMITED)
                .hasSize(2);
        assertThat(carried).hasSize(4).contains("code", "elsewhere");
    }

    @Test
    void aMessageThatIsTriedAgainIsCountedOnce() {
        settings.put("gatehouse.messaging.per-destination", "1");
        AtomicInteger attempts = new AtomicInteger();
        queue.queue(Messages.email("realm", "Hello"));
        start(message -> attempts.incrementAndGet() < 2 ? DeliveryOutcome.FAILED : DeliveryOutcome.ACCEPTED);
        awaitVerdicts(Verdict.RETRY);
        clock.advance(Duration.ofSeconds(2));
        awaitVerdicts(Verdict.RETRY, Verdict.SENT);
    }

    @Test
    void aChannelThatNobodyCarriesIsRefused() {
        queue.queue(Messages.sms("realm", Messages.NOW.plusSeconds(60)));
        start(this::accept);
        awaitVerdicts(Verdict.DEAD);
    }

    @Test
    void aRealmWhoseServerHangsLeavesSendersToTheOthers() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger hanging = new AtomicInteger();
        for (int number = 0; number < 20; number++) {
            queue.queue(Messages.email("slow", "slow " + number));
        }
        start(message -> {
            if (!message.realmId().equals("slow")) {
                return accept(message);
            }
            hanging.incrementAndGet();
            try {
                return released.await(30, TimeUnit.SECONDS) ? DeliveryOutcome.ACCEPTED : DeliveryOutcome.FAILED;
            } catch (InterruptedException interrupted) {
                return DeliveryOutcome.FAILED;
            }
        });
        await().untilAsserted(() -> assertThat(hanging).hasValue(4));
        queue.queue(Messages.email("quick", "quick"));
        dispatcher.wake();
        awaitVerdicts(Verdict.SENT);
        assertThat(carried).containsExactly("quick");
        assertThat(hanging).hasValue(4);
        released.countDown();
        await().untilAsserted(() -> assertThat(journal.verdicts).hasSize(21));
    }

    @Test
    void aHangingGatewayLeavesSendersToEMailsHoweverManyRealmsSendTexts() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger hanging = new AtomicInteger();
        for (int realm = 0; realm < 20; realm++) {
            queue.queue(Messages.sms("realm " + realm, Messages.NOW.plusSeconds(60)));
        }
        sms = message -> {
            hanging.incrementAndGet();
            try {
                return released.await(30, TimeUnit.SECONDS) ? DeliveryOutcome.ACCEPTED : DeliveryOutcome.UNCERTAIN;
            } catch (InterruptedException interrupted) {
                return DeliveryOutcome.UNCERTAIN;
            }
        };
        start(this::accept);
        await().untilAsserted(() -> assertThat(hanging).hasValue(4));
        queue.queue(Messages.email("realm 1", "Hello"));
        dispatcher.wake();
        awaitVerdicts(Verdict.SENT);
        assertThat(carried).containsExactly("Hello");
        assertThat(hanging).hasValue(4);
        released.countDown();
        await().untilAsserted(() -> assertThat(journal.verdicts).hasSize(21));
    }

    @Test
    void aDatabaseThatIsAwayIsAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        DispatchQueue flaky = new DispatchQueue() {
            @Override
            public Optional<QueuedMessage> claim(Set<Lane> busy) {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("away");
                }
                return queue.claim(busy);
            }

            @Override
            public boolean settle(QueuedMessage claimed, Settlement settlement) {
                return queue.settle(claimed, settlement);
            }

            @Override
            public boolean sweep() {
                return false;
            }

            @Override
            public Backlog backlog() {
                return Backlog.EMPTY;
            }
        };
        dispatcher.close();
        dispatcher = dispatcher(flaky, this::accept);
        queue.queue(Messages.email("realm", "Hello"));
        dispatcher.start();
        awaitVerdicts(Verdict.SENT);
        assertThat(journal.failures).extracting(Exception::getMessage).containsExactly("away");
    }

    @Test
    void aCarrierThatBreaksItsPromiseLosesNoMessage() {
        AtomicInteger attempts = new AtomicInteger();
        queue.queue(Messages.email("realm", "Hello"));
        start(message -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("bug");
            }
            return accept(message);
        });
        await().until(() -> !journal.failures.isEmpty());
        clock.advance(Duration.ofMinutes(2));
        awaitVerdicts(Verdict.SENT);
    }

    @Test
    void whatIsUnderWayEndsBeforeTheDispatcherIsClosed() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        queue.queue(Messages.email("realm", "Hello"));
        start(message -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException interrupted) {
                return DeliveryOutcome.FAILED;
            }
            return DeliveryOutcome.ACCEPTED;
        });
        await().until(() -> begun.getCount() == 0);
        Thread closing = new Thread(dispatcher::close);
        closing.start();
        mayEnd.countDown();
        awaitVerdicts(Verdict.SENT);
    }

    @Test
    void theBacklogIsKnownWithoutAskingTheTableEachTime() {
        queue.queue(Messages.email("realm", "Hello"));
        assertThat(dispatcher.backlog()).isEqualTo(Backlog.EMPTY);
        settings.put("gatehouse.messaging.senders", "1");
        CountDownLatch released = new CountDownLatch(1);
        start(message -> {
            try {
                return released.await(10, TimeUnit.SECONDS) ? DeliveryOutcome.ACCEPTED : DeliveryOutcome.FAILED;
            } catch (InterruptedException interrupted) {
                return DeliveryOutcome.FAILED;
            }
        });
        await().untilAsserted(() -> assertThat(dispatcher.backlog().size()).isEqualTo(1));
        released.countDown();
    }
}
