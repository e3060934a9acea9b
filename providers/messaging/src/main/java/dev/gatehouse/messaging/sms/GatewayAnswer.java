package dev.gatehouse.messaging.sms;

/**
 * What a gateway made of a text message.
 *
 * @param reason a status or a code of the gateway's; never its words, which repeat the number. Fit for a log
 */
public record GatewayAnswer(Outcome outcome, String reason) {

    /** What it means for the message, and for the gateway. */
    public enum Outcome {
        /** It has taken the message over. */
        ACCEPTED,
        /** The number is none, or its owner wants no messages: no gateway shall try. */
        REFUSED,
        /** It does not serve this number, or not this message; it is well otherwise. Another gateway may. */
        NOT_SERVED,
        /** It is down, overloaded, or refuses us. The message has not left. */
        NOT_NOW,
        /** No answer that can be understood came in time: the message may have left, or not. */
        UNCERTAIN
    }

    public static GatewayAnswer accepted() {
        return new GatewayAnswer(Outcome.ACCEPTED, "accepted");
    }

    public static GatewayAnswer refused(String reason) {
        return new GatewayAnswer(Outcome.REFUSED, reason);
    }

    public static GatewayAnswer notServed(String reason) {
        return new GatewayAnswer(Outcome.NOT_SERVED, reason);
    }

    public static GatewayAnswer notNow(String reason) {
        return new GatewayAnswer(Outcome.NOT_NOW, reason);
    }

    public static GatewayAnswer uncertain(String reason) {
        return new GatewayAnswer(Outcome.UNCERTAIN, reason);
    }

    /** Whether the gateway itself works, whatever it thinks of the message. */
    public boolean isWell() {
        return switch (outcome) {
            case ACCEPTED, REFUSED, NOT_SERVED -> true;
            case NOT_NOW, UNCERTAIN -> false;
        };
    }
}
