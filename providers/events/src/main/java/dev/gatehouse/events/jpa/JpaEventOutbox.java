package dev.gatehouse.events.jpa;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.EventOutbox;
import jakarta.persistence.EntityManager;

/** Writes the row in the transaction of this entity manager, at once. */
public record JpaEventOutbox(EntityManager entityManager) implements EventOutbox {

    @Override
    public void append(EventEnvelope event) {
        entityManager.persist(new OutboxEventEntity(event));
    }
}
