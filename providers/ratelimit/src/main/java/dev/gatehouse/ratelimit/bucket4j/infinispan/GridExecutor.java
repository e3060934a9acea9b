package dev.gatehouse.ratelimit.bucket4j.infinispan;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Where questions are put to the cache. A cache of this node alone answers on the spot; sending to another node may block
 * on a socket, so that is left to two threads. When they cannot keep up, a question is rejected, not kept.
 */
public final class GridExecutor implements Executor, AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_QUEUED = 1_000;

    private final @Nullable ExecutorService threads;

    private GridExecutor(@Nullable ExecutorService threads) {
        this.threads = threads;
    }

    /** The right one for this cache. */
    public static GridExecutor of(Cache<?, ?> cache) {
        return new GridExecutor(
                cache.getCacheConfiguration().clustering().cacheMode().isClustered() ? threads() : null);
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_QUEUED), task -> {
                    Thread thread = new Thread(task, "gatehouse-ratelimit-grid");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** @throws RejectedExecutionException when too many questions are waiting already */
    @Override
    public void execute(Runnable question) {
        if (threads == null) {
            question.run();
        } else {
            threads.execute(question);
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
