package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * A quota for a window of time: the first request opens the window, and the whole quota is back when it ends.
 *
 * @param name the policy's name, as clients and meters see it
 * @param quota how many requests pass in one window, at least 1
 * @param window whole seconds, at least one
 */
public record RateLimit(String name, int quota, Duration window) {
    public RateLimit {
        if (quota < 1) {
            throw new IllegalArgumentException("a quota is at least 1, not " + quota);
        }
        if (window.toSeconds() < 1 || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException("a window is whole seconds, at least one, not " + window);
        }
    }

    /** The same window with only this share of the quota, but at least one request. */
    RateLimit reducedTo(int percent) {
        return new RateLimit(name, (int) Math.max(1, (long) quota * percent / 100), window);
    }
}
