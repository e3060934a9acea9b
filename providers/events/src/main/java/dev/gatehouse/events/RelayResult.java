package dev.gatehouse.events;

/** What one round of the relay came to. */
public enum RelayResult {
    /** Everything that waited was looked after. */
    EMPTIED,
    /** There may be more: another round at once. */
    MORE_WAITING,
    /** Something could not be sent: a pause first. */
    STALLED,
    /** Another node relays. */
    HELD_ELSEWHERE
}
