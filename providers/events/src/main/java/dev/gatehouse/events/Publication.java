package dev.gatehouse.events;

/**
 * What became of an event that was sent.
 *
 * @param reason for what has not arrived, in words for the operator
 */
public record Publication(Verdict verdict, String reason) {

    public enum Verdict {
        /** The other side has it and will keep it. */
        DELIVERED,
        /** It will never be taken as it is: to try again is in vain. */
        REFUSED,
        /** Not now, or nobody knows: to be sent again. */
        UNAVAILABLE
    }

    public static Publication delivered() {
        return new Publication(Verdict.DELIVERED, "");
    }

    public static Publication refused(String reason) {
        return new Publication(Verdict.REFUSED, reason);
    }

    public static Publication unavailable(String reason) {
        return new Publication(Verdict.UNAVAILABLE, reason);
    }
}
