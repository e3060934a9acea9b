package dev.gatehouse.events;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The outbox as the relay sees it. One relay holds it at a time, over all nodes. */
public interface OutboxQueue {

    /**
     * Does the work in a transaction of its own during which nobody else holds the outbox. A node that dies lets go.
     *
     * @return false, at once and without doing the work, where another one holds it
     */
    boolean whileHeld(Consumer<Held> work);

    /** When the oldest event that waits was recorded. Costs the same however many wait. */
    Optional<Instant> oldest();

    /** What may be done with the outbox while it is held; it counts once the holding transaction was committed. */
    interface Held {

        /** The oldest events, in the order in which they were written. */
        List<OutboxEntry> oldest(int limit);

        /** Takes out what has arrived. */
        void delivered(Collection<OutboxEntry> entries);

        /** Takes out what never will, and keeps it apart with the reason. */
        void refused(OutboxEntry entry, String reason);

        /**
         * Takes out and forgets the oldest, where they were recorded before this time.
         *
         * @return how many
         */
        int discardRecordedBefore(Instant time, int limit);
    }
}
