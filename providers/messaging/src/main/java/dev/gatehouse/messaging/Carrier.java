package dev.gatehouse.messaging;

/** Hands a message on to the outside world. Ends within the configured timeouts, and does not throw. */
@FunctionalInterface
public interface Carrier {

    DeliveryOutcome carry(OutgoingMessage message);
}
