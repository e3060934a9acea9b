package dev.gatehouse.messaging.quota;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the accounts.
 *
 * <p>The promise: whatever threads and nodes ask at once, within one window an account is charged at most as often as its
 * quota allows. Every call is a transaction of its own: what was charged stays charged when the caller's is rolled back.
 */
public interface QuotaLedger {

    /**
     * Charges all of them, or none.
     *
     * @return what is used up, that with the longest wait if there are several; empty if all were charged
     */
    Optional<Refusal> charge(List<Charge> charges);

    /**
     * Forgets accounts whose time is over, a bounded number at a time.
     *
     * @return whether there are more
     */
    boolean sweep();
}
