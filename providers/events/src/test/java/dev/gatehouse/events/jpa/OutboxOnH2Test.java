package dev.gatehouse.events.jpa;

class OutboxOnH2Test extends OutboxTableContract {
    OutboxOnH2Test() {
        super(EventsDatabase.h2());
    }
}
