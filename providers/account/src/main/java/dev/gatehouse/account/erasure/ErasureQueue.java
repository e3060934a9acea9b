package dev.gatehouse.account.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is to be forgotten, in the caller's transaction. An erasure stays until it is done to the end: one whose node
 * dies on the way is taken again, by whichever node is there.
 */
public interface ErasureQueue {

    /** Safe to call twice. */
    void add(Erasure erasure, Instant now);

    /** The erasure that is due the longest; nobody else gets it until the lease is over. */
    Optional<Erasure> take(Instant now, Duration lease);

    void done(Erasure erasure);
}
