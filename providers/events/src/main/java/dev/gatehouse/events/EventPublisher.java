package dev.gatehouse.events;

import java.util.concurrent.CompletableFuture;

/** Hands events to whoever listens outside. */
public interface EventPublisher extends AutoCloseable {

    /**
     * Sends one event. Never throws for what the other side does, and completes within a bounded time, whatever
     * happens there. May be called again before the last one has arrived; the order is kept only by waiting.
     */
    CompletableFuture<Publication> publish(OutboxEntry entry);

    /** Gives up what is on its way. Safe to call twice. */
    @Override
    void close();
}
