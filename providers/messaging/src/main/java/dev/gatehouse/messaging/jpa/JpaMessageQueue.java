package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.OutgoingMessage;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Hands messages in as rows, in the transaction that the entity manager is in. */
public final class JpaMessageQueue implements MessageQueue {
    private final EntityManager entityManager;
    private final Clock clock;

    public JpaMessageQueue(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @Override
    public void queue(OutgoingMessage message) {
        entityManager.persist(new MessageEntity(message, clock.instant()));
    }
}
