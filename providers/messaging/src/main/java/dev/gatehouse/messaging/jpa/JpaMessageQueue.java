package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.OutgoingMessage;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;

/** Hands messages in as rows, in the transaction that the entity manager is in. */
public final class JpaMessageQueue implements MessageQueue {
    private final EntityManager entityManager;
    private final Clock clock;

    public JpaMessageQueue(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Removes what was or is to be sent to these addresses and numbers. Reads the whole of a table that is short as a rule. */
    public void forget(String realmId, Collection<String> destinations) {
        if (!destinations.isEmpty()) {
            entityManager
                    .createQuery(
                            "delete from MessageEntity m where m.realmId = :realm and m.destination in :destinations")
                    .setParameter("realm", realmId)
                    .setParameter("destinations", destinations)
                    .executeUpdate();
        }
    }

    @Override
    public void queue(OutgoingMessage message) {
        entityManager.persist(new MessageEntity(message, clock.instant()));
    }
}
