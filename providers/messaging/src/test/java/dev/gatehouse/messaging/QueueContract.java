package dev.gatehouse.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every queue promises, whatever keeps it. */
public abstract class QueueContract {
    protected static final Duration LEASE = Duration.ofMinutes(2);
    protected static final Duration RETENTION = Duration.ofHours(24);

    private static final Set<Lane> NONE = Set.of();

    protected final MovableClock clock = new MovableClock();

    /** Hands a message in, in a transaction of its own. */
    protected abstract void queue(OutgoingMessage message);

    protected abstract DispatchQueue queue();

    /** How many rows there are, finished ones included. */
    protected abstract int rows();

    private Optional<String> claimedSubject(Set<Lane> busy) {
        return queue().claim(busy).map(claimed -> claimed.message().subject());
    }

    private QueuedMessage claim() {
        return queue().claim(NONE).orElseThrow();
    }

    @Test
    void whatIsClaimedIsWhatWasHandedIn() {
        OutgoingMessage message = Messages.email("realm", "Grüße 你好");
        queue(message);
        QueuedMessage claimed = claim();
        assertThat(claimed.message()).isEqualTo(message);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.queuedAt()).isEqualTo(Messages.NOW);
    }

    @Test
    void aLongTextIsKeptWhole() {
        String text = "Zeile äöü €\n".repeat(20_000);
        queue(OutgoingMessage.email(
                "realm", "a@example.test", "Long", text, null, Priority.NORMAL, Messages.NOW.plusSeconds(60)));
        assertThat(claim().message().text()).isEqualTo(text);
    }

    @Test
    void anEmptyQueueGivesNothing() {
        assertThat(queue().claim(NONE)).isEmpty();
        assertThat(queue().backlog()).isEqualTo(Backlog.EMPTY);
    }

    @Test
    void codesOvertakeAndTheOldestComesFirst() {
        Instant expiry = Messages.NOW.plusSeconds(600);
        queue(Messages.email("realm", "first", Priority.NORMAL, expiry));
        clock.advance(Duration.ofSeconds(1));
        queue(Messages.email("realm", "second", Priority.NORMAL, expiry));
        clock.advance(Duration.ofSeconds(1));
        queue(Messages.email("realm", "code", Priority.CODE, expiry));
        assertThat(List.of(
                        claimedSubject(NONE).orElseThrow(),
                        claimedSubject(NONE).orElseThrow(),
                        claimedSubject(NONE).orElseThrow()))
                .containsExactly("code", "first", "second");
        assertThat(queue().claim(NONE)).isEmpty();
    }

    @Test
    void busyLanesAreLeftAlone() {
        queue(Messages.email("slow", "slow"));
        queue(Messages.email("quick", "quick"));
        queue(Messages.sms("slow", Messages.NOW.plusSeconds(60)));
        Set<Lane> busy = Set.of(new Lane(Channel.EMAIL, "slow"));
        assertThat(queue().claim(busy).orElseThrow().message().channel()).isEqualTo(Channel.SMS);
        assertThat(claimedSubject(busy)).contains("quick");
        assertThat(queue().claim(busy)).isEmpty();
        assertThat(claimedSubject(NONE)).contains("slow");
    }

    @Test
    void textMessagesOfAllRealmsShareOneLane() {
        queue(Messages.sms("realm", Messages.NOW.plusSeconds(60)));
        queue(Messages.email("realm", "mail"));
        Set<Lane> busy = Set.of(queue().claim(NONE).orElseThrow().message().lane());
        queue(Messages.sms("other", Messages.NOW.plusSeconds(60)));
        assertThat(claimedSubject(busy)).contains("mail");
        assertThat(queue().claim(busy)).isEmpty();
        assertThat(queue().claim(NONE)).isPresent();
    }

    @Test
    void aLeasedMessageIsNobodyElses() {
        queue(Messages.email("realm", "Hello"));
        claim();
        clock.advance(LEASE.minusMillis(1));
        assertThat(queue().claim(NONE)).isEmpty();
    }

    @Test
    void theMessageOfACrashedClaimerIsClaimedAgainAfterItsLease() {
        queue(Messages.email("realm", "Hello"));
        QueuedMessage crashed = claim();
        clock.advance(LEASE);
        QueuedMessage retaken = claim();
        assertThat(retaken.id()).isEqualTo(crashed.id());
        assertThat(retaken.attempt()).isEqualTo(2);
    }

    @Test
    void whoLostTheLeaseSettlesNothing() {
        queue(Messages.email("realm", "Hello"));
        QueuedMessage late = claim();
        clock.advance(LEASE);
        QueuedMessage current = claim();
        assertThat(queue().settle(late, Settlement.dead())).isFalse();
        assertThat(queue().settle(current, Settlement.sent())).isTrue();
        assertThat(queue().settle(current, Settlement.dead())).isFalse();
    }

    @Test
    void aRetryIsDueAtItsTimeAndNotBefore() {
        queue(Messages.email("realm", "Hello"));
        assertThat(queue().settle(claim(), Settlement.retryAt(Messages.NOW.plusSeconds(30))))
                .isTrue();
        clock.advance(Duration.ofSeconds(29));
        assertThat(queue().claim(NONE)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claim().attempt()).isEqualTo(2);
    }

    @Test
    void aFinishedMessageNeverComesBack() {
        for (Settlement end : List.of(Settlement.sent(), Settlement.expired(), Settlement.dead())) {
            queue(Messages.email("realm", "Hello"));
            queue().settle(claim(), end);
        }
        clock.advance(Duration.ofDays(300));
        assertThat(queue().claim(NONE)).isEmpty();
    }

    @Test
    void theTraceOfAFinishedMessageGoesAfterTheRetention() {
        queue(Messages.email("realm", "sent"));
        queue().settle(claim(), Settlement.sent());
        queue(Messages.email("realm", "waits"));
        clock.advance(RETENTION.minusMillis(1));
        queue().sweep();
        assertThat(rows()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(queue().sweep()).isFalse();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theBacklogIsWhatWaitsAndTheAgeOfTheOldest() {
        queue(Messages.email("realm", "sent"));
        queue().settle(claim(), Settlement.sent());
        queue(Messages.email("realm", "one"));
        clock.advance(Duration.ofSeconds(90));
        queue(Messages.email("realm", "two"));
        assertThat(queue().backlog()).isEqualTo(new Backlog(2, Duration.ofSeconds(90)));
    }

    @Test
    void parallelClaimersNeverGetTheSameMessage() throws Exception {
        int messages = 60;
        int claimers = 8;
        for (int number = 0; number < messages; number++) {
            queue(Messages.email("realm", "message " + number));
        }
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        CountDownLatch together = new CountDownLatch(claimers);
        ExecutorService threads = Executors.newFixedThreadPool(claimers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int claimer = 0; claimer < claimers; claimer++) {
                running.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    for (Optional<QueuedMessage> next = queue().claim(NONE);
                            next.isPresent();
                            next = queue().claim(NONE)) {
                        claimed.add(next.get().id());
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        // A claimer may find nothing while others hold the last rows; what is left is still there for the next look.
        for (Optional<QueuedMessage> rest = queue().claim(NONE); rest.isPresent(); rest = queue().claim(NONE)) {
            claimed.add(rest.get().id());
        }
        assertThat(claimed).hasSize(messages).doesNotHaveDuplicates();
    }
}
