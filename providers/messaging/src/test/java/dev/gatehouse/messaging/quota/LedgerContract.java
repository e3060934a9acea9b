package dev.gatehouse.messaging.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every ledger promises, whatever keeps it. */
public abstract class LedgerContract {
    private static final Quota TWO_AN_HOUR = new Quota(2, Duration.ofHours(1));
    private static final Quota ONE_A_DAY = new Quota(1, Duration.ofDays(1));
    private static final int THREADS = 32;

    protected final MovableClock clock = new MovableClock();

    /** A new face of the same accounts, as another node has it. */
    protected abstract QuotaLedger ledger();

    /** How many accounts are kept. */
    protected abstract int accounts();

    private Optional<Refusal> charge(Charge... charges) {
        return ledger().charge(List.of(charges));
    }

    @Test
    void thereIsAsMuchAsTheQuotaSaysAndThenAWait() {
        Charge charge = Charge.of(TWO_AN_HOUR, "alice");
        assertThat(charge(charge)).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        assertThat(charge(charge)).isEmpty();
        assertThat(charge(charge)).contains(new Refusal(charge, Duration.ofMinutes(50)));
    }

    @Test
    void aRefusalUsesNothingUp() {
        Charge charge = Charge.of(TWO_AN_HOUR, "alice");
        for (int attempt = 0; attempt < 10; attempt++) {
            charge(charge);
        }
        clock.advance(Duration.ofHours(1));
        assertThat(charge(charge)).isEmpty();
        assertThat(charge(charge)).isEmpty();
        assertThat(charge(charge)).isPresent();
    }

    @Test
    void accountsAreApart() {
        assertThat(charge(Charge.of(ONE_A_DAY, "alice"))).isEmpty();
        assertThat(charge(Charge.of(ONE_A_DAY, "bob"))).isEmpty();
        assertThat(charge(Charge.of(ONE_A_DAY, "ali", "ce"))).isEmpty();
        assertThat(charge(Charge.of(ONE_A_DAY, "alice"))).isPresent();
    }

    @Test
    void allAreChargedOrNone() {
        Charge used = Charge.of(ONE_A_DAY, "used");
        Charge free = Charge.of(ONE_A_DAY, "free");
        charge(used);
        assertThat(charge(used, free))
                .hasValueSatisfying(refusal -> assertThat(refusal.charge()).isEqualTo(used));
        assertThat(charge(free)).isEmpty();
    }

    @Test
    void theLongestWaitIsTold() {
        Charge hour = Charge.of(new Quota(1, Duration.ofHours(1)), "hour");
        Charge day = Charge.of(ONE_A_DAY, "day");
        charge(hour, day);
        assertThat(charge(hour, day)).contains(new Refusal(day, Duration.ofDays(1)));
        assertThat(charge(day, hour)).contains(new Refusal(day, Duration.ofDays(1)));
    }

    @Test
    void accountsWhoseTimeIsOverAreForgotten() {
        charge(Charge.of(TWO_AN_HOUR, "old"));
        clock.advance(Duration.ofHours(1));
        Charge current = Charge.of(ONE_A_DAY, "current");
        charge(current);
        assertThat(ledger().sweep()).isFalse();
        assertThat(accounts()).isEqualTo(1);
        assertThat(charge(current)).isPresent();
    }

    @Test
    void neverMoreThanTheQuotaIsGivenHoweverManyAskAtOnce() throws Exception {
        Quota shared = new Quota(20, Duration.ofDays(1));
        Quota own = new Quota(7, Duration.ofDays(1));
        List<Integer> granted = inParallel(thread -> {
            int count = 0;
            for (int attempt = 0; attempt < 4; attempt++) {
                // Named so that different threads meet the accounts in different orders.
                Charge realm = Charge.of(shared, "realm");
                Charge user = Charge.of(own, "user " + thread % 4);
                count += charge(thread % 2 == 0 ? new Charge[] {realm, user} : new Charge[] {user, realm})
                                .isEmpty()
                        ? 1
                        : 0;
            }
            return count;
        });
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        for (int user = 0; user < 4; user++) {
            int number = user;
            int users = 0;
            for (int thread = number; thread < THREADS; thread += 4) {
                users += granted.get(thread);
            }
            assertThat(users).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void sweepingAtTheSameTimeForgetsNothingThatCounts() throws Exception {
        Quota quota = new Quota(10, Duration.ofDays(1));
        charge(Charge.of(quota, "realm"));
        clock.advance(Duration.ofDays(1));
        List<Integer> granted = inParallel(thread -> {
            if (thread % 4 == 0) {
                ledger().sweep();
                return 0;
            }
            return charge(Charge.of(quota, "realm")).isEmpty() ? 1 : 0;
        });
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
    }

    /** Something that a numbered thread does. */
    private interface Task {
        int run(int thread);
    }

    private static List<Integer> inParallel(Task task) throws Exception {
        CountDownLatch together = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return task.run(number);
                }));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
