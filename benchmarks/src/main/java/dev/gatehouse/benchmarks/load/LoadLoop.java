package dev.gatehouse.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the same again and again, by several clients at once, each of which waits for its answer before it asks again.
 *
 * @param clients how many, at most 64
 * @param round how long
 */
public record LoadLoop(int clients, Duration round) {
    /** One request and its answer; throws if it is not the answer that was to be measured. */
    @FunctionalInterface
    public interface Request {
        void send();
    }

    public LoadLoop {
        if (clients < 1 || clients > 64 || round.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("bounded by 64 clients and 5 minutes");
        }
    }

    public Figures run(Request request) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long end = start + round.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> loop(request, end)));
            }
            Figures sum = Figures.NONE;
            for (Future<long[]> one : running) {
                sum = sum.plus(new Figures(0, one.get()));
            }
            return sum.within((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A request failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(Request request, long end) {
        long[] nanos = new long[1024];
        int count = 0;
        for (long before = System.nanoTime(); before < end; ) {
            request.send();
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}
