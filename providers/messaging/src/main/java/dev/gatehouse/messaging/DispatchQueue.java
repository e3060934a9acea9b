package dev.gatehouse.messaging;

import java.util.Optional;
import java.util.Set;

/**
 * The dispatcher's end of the queue. Several dispatchers, on several nodes, may use it at once.
 *
 * <p>The promise: while a claim's lease lasts, nobody else is given its message; a claim that is never settled (its node
 * died) comes back when the lease has run out. Every call is a transaction of its own, over when the call returns.
 */
public interface DispatchQueue {

    /**
     * Claims the message that is due and comes first: by priority, then by the time it is due since.
     *
     * @param busy lanes to leave alone
     */
    Optional<QueuedMessage> claim(Set<Lane> busy);

    /**
     * Writes down what became of a claimed message. What it said is erased with the last verdict.
     *
     * @return false if the lease had run out and somebody else claimed the message: then nothing was written
     */
    boolean settle(QueuedMessage claimed, Settlement settlement);

    /**
     * Deletes traces of finished messages whose retention is over, a bounded number at a time.
     *
     * @return whether there are more
     */
    boolean sweep();

    /** How much waits; counted up to a bound, so that it costs the same however long the queue is. */
    Backlog backlog();
}
