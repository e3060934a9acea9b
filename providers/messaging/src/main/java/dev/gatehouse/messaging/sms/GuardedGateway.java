package dev.gatehouse.messaging.sms;

import java.util.Optional;

/** A gateway behind a circuit breaker: while it fails, it is left in peace, and nobody waits for it. Thread-safe. */
public interface GuardedGateway {

    /** What the breaker lets through. */
    enum State {
        CLOSED,
        /** Some, to see whether the gateway is well again. */
        HALF_OPEN,
        OPEN
    }

    /** As in the settings. */
    String name();

    /** Empty where the breaker is open: then the gateway was not asked. */
    Optional<GatewayAnswer> send(Text text);

    /** As of now: open only while a message would really be held back. */
    State state();
}
