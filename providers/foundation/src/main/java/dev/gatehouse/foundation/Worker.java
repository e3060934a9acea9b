package dev.gatehouse.foundation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One background thread that takes a step, rests, and takes the next: a relay, a dispatcher, a purge. It has a thread of
 * its own because Keycloak's timer has a single one for everybody. A step that fails is reported and taken again after
 * a growing pause; it never ends the worker.
 */
public final class Worker implements AutoCloseable {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** One unit of work. */
    @FunctionalInterface
    public interface Step {
        /** @return how long to rest before the next step, unless woken */
        Duration take() throws Exception;
    }

    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Worker(String name, Step step, Consumer<Exception> onFailure) {
        thread = new Thread(() -> run(step, onFailure), name);
        thread.setDaemon(true);
    }

    /**
     * @param name the thread's name, as it stands in thread dumps
     * @param onFailure told of every failed step, on the worker's thread
     */
    public static Worker start(String name, Step step, Consumer<Exception> onFailure) {
        Worker worker = new Worker(name, step, onFailure);
        worker.thread.start();
        return worker;
    }

    /** Ends a rest early. Cheap, safe from any thread, and never lost: woken while at work, it takes one more step. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Lets the step that is being taken end, within ten seconds, then interrupts it. Safe to call twice. */
    @Override
    public void close() {
        closed = true;
        wakeUps.release();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run(Step step, Consumer<Exception> onFailure) {
        Duration pause = SHORTEST_PAUSE;
        while (!closed) {
            @Nullable Duration rest = null;
            try {
                rest = step.take();
                pause = SHORTEST_PAUSE;
            } catch (InterruptedException interrupted) {
                return;
            } catch (Exception failure) {
                onFailure.accept(failure);
            }
            try {
                if (rest != null) {
                    rest(rest);
                } else {
                    rest(pause);
                    pause = longer(pause);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void rest(Duration duration) throws InterruptedException {
        if (wakeUps.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
