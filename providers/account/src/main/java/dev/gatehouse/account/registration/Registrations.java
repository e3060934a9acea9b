package dev.gatehouse.account.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps registrations that wait. */
public interface Registrations {
    void add(WaitingRegistration registration);

    Optional<WaitingRegistration> find(String id, Instant now);

    /** The one that this token was mailed for. */
    Optional<WaitingRegistration> byToken(String realmId, String tokenDigest, Instant now);

    /** All of this address that wait still, the newest first. */
    List<WaitingRegistration> of(String realmId, String email, Instant now);

    /** Gives it a token in place of the one that it may have had. */
    void giveToken(String id, String tokenDigest);

    /**
     * Counts a try at its password before the try is made: of however many at once, no more than {@code most} are true until
     * {@link #forgiveAttempts}.
     */
    boolean countAttempt(String id, int most);

    /** The password was right. */
    void forgiveAttempts(String id);

    /**
     * Takes it away, with all others of its address. True for one caller only, whoever tries at the same moment with
     * whichever of them.
     */
    boolean claim(WaitingRegistration registration);

    void drop(Collection<String> ids);

    /** Removes what waited in vain, so many at most. */
    int purge(Instant now, int limit);

    /** The realm is gone. */
    void forget(String realmId);
}
