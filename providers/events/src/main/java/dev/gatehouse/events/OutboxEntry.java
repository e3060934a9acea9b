package dev.gatehouse.events;

/**
 * An event that waits in the outbox.
 *
 * @param sequence its place in the outbox: grows with every row, has gaps
 */
public record OutboxEntry(long sequence, EventEnvelope event) {}
