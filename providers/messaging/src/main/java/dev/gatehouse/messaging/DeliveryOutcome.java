package dev.gatehouse.messaging;

/** How one attempt to hand a message on went. */
public enum DeliveryOutcome {
    /** The next server, or the gateway, has taken it over. */
    ACCEPTED,
    /** Not now (no answer, an error, a server that is not set up): a later attempt may succeed. */
    FAILED,
    /** No answer came: it may have left, or not. A later attempt may make it arrive twice. */
    UNCERTAIN,
    /** Never: the destination does not exist, or nobody carries this channel. */
    REFUSED
}
