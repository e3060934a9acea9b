package dev.gatehouse.mfa;

/** What became of a typed code. */
public enum OtpVerdict {
    /** Right, and used up by this answer: no second answer is ever {@code ACCEPTED} for the same code. */
    ACCEPTED,
    /** Wrong, and counted; the code is still good. */
    WRONG,
    /** Wrong, counted, and it was the last attempt: the code is dead. */
    EXHAUSTED,
    /** There is no live code; nothing was compared or counted. */
    EXPIRED,
    /** Too many failures of this factor: it rests, or is disabled; nothing was compared or counted. */
    LOCKED
}
