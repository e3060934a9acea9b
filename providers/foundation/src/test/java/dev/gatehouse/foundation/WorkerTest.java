package dev.gatehouse.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    @Test
    void wokenItTakesTheNextStepAtOnce() throws Exception {
        LinkedBlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        AtomicInteger count = new AtomicInteger();
        try (Worker worker = Worker.start(
                "test",
                () -> {
                    steps.add(count.incrementAndGet());
                    return Duration.ofHours(1);
                },
                failure -> {})) {
            assertThat(steps.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
            worker.wake();
            assertThat(steps.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void aFailedStepIsReportedAndTakenAgain() throws Exception {
        CountDownLatch again = new CountDownLatch(2);
        LinkedBlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        try (Worker worker = Worker.start(
                "test",
                () -> {
                    again.countDown();
                    throw new IllegalStateException("down");
                },
                failures::add)) {
            assertThat(failures.poll(5, TimeUnit.SECONDS)).hasMessage("down");
            worker.wake();
            assertThat(again.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingWaitsForTheStepThatIsBeingTaken() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Worker worker = Worker.start(
                "test",
                () -> {
                    begun.countDown();
                    mayEnd.await();
                    ended.incrementAndGet();
                    return Duration.ZERO;
                },
                failure -> {});
        begun.await();
        Thread closer = new Thread(worker::close);
        closer.start();
        mayEnd.countDown();
        closer.join();
        assertThat(ended).hasValueGreaterThan(0);
        worker.close();
    }
}
