package dev.gatehouse.messaging;

/** The fake that the rule tests use keeps the promises, too. */
class MemoryQueueTest extends QueueContract {
    private final MemoryQueue queue = new MemoryQueue(clock, LEASE, RETENTION);

    @Override
    protected void queue(OutgoingMessage message) {
        queue.queue(message);
    }

    @Override
    protected DispatchQueue queue() {
        return queue;
    }

    @Override
    protected int rows() {
        return queue.size();
    }
}
