package dev.gatehouse.events;

/**
 * Where an event is put that must be told if, and only if, the change it tells of is committed: a row in the caller's
 * transaction. It is relayed at least once, in order per partition key, under one id.
 */
@FunctionalInterface
public interface EventOutbox {

    /** Takes nothing: nobody is there to relay to, and what would only pile up is not written. */
    EventOutbox CLOSED = event -> {};

    void append(EventEnvelope event);
}
