package dev.gatehouse.api.idempotency;

import java.time.Instant;

/** Where answers are kept: in the same transaction as what they tell of, so that there is never one without the other. */
public interface KeptAnswers {
    /**
     * Takes the place of an answer. Waits for the end of another transaction that has taken it.
     *
     * @param place 64 characters
     * @param expired answers from before then are as good as gone
     * @return whether it was free; otherwise {@link #find} has the answer
     * @throws Busy if the other transaction does not end
     */
    boolean take(String place, Instant now, Instant expired);

    /** The answer at a place that was taken before. */
    KeptAnswer find(String place);

    /** Fills the place that was taken. */
    void keep(String place, KeptAnswer answer);

    /** Leaves the place that was taken. */
    void leave(String place);

    /** Somebody else is at this place, and stays there. */
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Busy(Throwable cause) {
            super(cause);
        }
    }
}
