package dev.gatehouse.account.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Errands in the order they were given. At least once: one whose run fails comes again after its lease, a few times; of
 * several nodes one has it at a time.
 */
public interface Errands {
    void add(Errand errand, Instant now);

    /** The next one, which is nobody else's until {@code lease} is over. Tried {@code most} times in vain, it is dropped. */
    Optional<Errand> take(Instant now, Duration lease, int most);

    /** It is done; in the transaction in which it was. False if somebody else did it. */
    boolean done(String id);

    /** The realm is gone. */
    void forget(String realmId);
}
