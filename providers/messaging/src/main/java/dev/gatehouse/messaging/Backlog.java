package dev.gatehouse.messaging;

import java.time.Duration;

/**
 * What waits in the queue.
 *
 * @param size      messages that wait; {@link #COUNTED_AT_MOST} stands for that many or more
 * @param oldestAge how long the oldest of them has waited; zero if none does
 */
public record Backlog(int size, Duration oldestAge) {

    public static final int COUNTED_AT_MOST = 10_000;

    public static final Backlog EMPTY = new Backlog(0, Duration.ZERO);
}
