package dev.gatehouse.messaging;

/** Is told what happens to messages: for meters and logs. Never shown what a message says. Thread-safe. */
public interface MessageJournal {

    /** A message was handed in, and its transaction has committed. */
    void queued(Channel channel);

    /** An attempt is over, and this is what it comes to. */
    void settled(QueuedMessage message, DeliveryOutcome outcome, Settlement settlement);

    /** A message was given up without an attempt: expired, limited or dead. */
    void givenUp(QueuedMessage message, Settlement settlement);

    /** Something of ours broke; the message concerned, if any, is tried again. */
    void stumbled(String doing, Exception failure);
}
