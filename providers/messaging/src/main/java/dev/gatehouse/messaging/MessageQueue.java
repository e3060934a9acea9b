package dev.gatehouse.messaging;

/**
 * Where a message is handed in.
 *
 * <p>The promise: it is stored in the caller's transaction, so that it is sent if and only if that transaction commits;
 * it leaves at least once after the commit, and not after its expiry. The caller waits for no mail server.
 */
public interface MessageQueue {

    void queue(OutgoingMessage message);
}
