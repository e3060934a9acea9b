package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where challenges and failures are kept. Holds digests and counts, never a code or an address.
 */
public interface OtpStore {

    /**
     * Runs {@code work} while holding the factor's lock, in a transaction of its own.
     *
     * <p>Promises: of any number of threads and nodes only one is inside for a factor at a time; what the work wrote is
     * committed when this returns, whatever the caller's transaction does later; if the work throws, nothing is written.
     */
    <T> T locked(FactorKey factor, Function<LockedFactor, T> work);

    /** When a right code of each of a user's factors came last, by the factor's id; those never used are missing. */
    Map<String, Instant> lastUses(String realmId, String userId);

    /**
     * Forgets challenges that ended before the given time, and factors that have nothing left to remember. Bounded: a
     * call removes at most {@code limit} of each; returns how many it removed.
     */
    int purge(Instant endedBefore, int limit);

    /** Forgets all about a user who is being removed, or about all users of a realm if {@code userId} is empty. */
    void forget(String realmId, Optional<String> userId);

    /** A factor's memory, for as long as its lock is held. */
    interface LockedFactor {

        FactorLedger ledger();

        void record(FactorLedger ledger);

        Optional<OtpChallenge> challenge(ChallengeSlot slot);

        /** Takes the place of the challenge in the same slot, if there is one. */
        void save(OtpChallenge challenge);

        void remove(OtpChallenge challenge);
    }
}
