package dev.gatehouse.events;

class OutboxInMemoryTest extends OutboxContract {
    private final RecordedOutbox outbox = new RecordedOutbox();

    @Override
    protected void append(EventEnvelope... events) {
        for (EventEnvelope event : events) {
            outbox.append(event);
        }
    }

    @Override
    protected OutboxQueue queue() {
        return outbox;
    }
}
