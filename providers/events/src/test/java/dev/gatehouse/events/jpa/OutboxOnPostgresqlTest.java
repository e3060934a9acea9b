package dev.gatehouse.events.jpa;

class OutboxOnPostgresqlTest extends OutboxTableContract {
    OutboxOnPostgresqlTest() {
        super(EventsDatabase.postgresql());
    }
}
