package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.Backlog;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DispatchQueue;
import dev.gatehouse.messaging.Lane;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.QueuedMessage;
import dev.gatehouse.messaging.Settlement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims rows with a lock that skips what others have locked, and keeps them by a lease: the lock lasts as long as the
 * claiming transaction only, not as long as a mail server takes.
 */
public final class JpaDispatchQueue implements DispatchQueue {
    /** Deleted by one sweep; small enough for a short transaction. */
    static final int SWEPT_AT_ONCE = 500;

    private static final int SKIP_LOCKED = -2;
    private static final List<MessageState> FINISHED =
            List.of(MessageState.SENT, MessageState.EXPIRED, MessageState.DEAD);

    private final Transactions transactions;
    private final Clock clock;
    private final Duration lease;
    private final Duration retention;

    public JpaDispatchQueue(Transactions transactions, Clock clock, Duration lease, Duration retention) {
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
        this.retention = retention;
    }

    @Override
    public Optional<QueuedMessage> claim(Set<Lane> busy) {
        return transactions.inTransaction(entityManager -> {
            Instant now = clock.instant();
            for (Priority priority : Priority.values()) {
                Optional<MessageEntity> due = due(entityManager, priority, now, busy);
                if (due.isPresent()) {
                    return Optional.of(due.get().claim(now, lease));
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<MessageEntity> due(
            EntityManager entityManager, Priority priority, Instant now, Set<Lane> busy) {
        return entityManager
                .createNamedQuery("gatehouseMessageDue", MessageEntity.class)
                .setParameter("waiting", MessageState.WAITING)
                .setParameter("priority", priority)
                .setParameter("now", now.toEpochMilli())
                .setParameter("email", Channel.EMAIL)
                .setParameter("busyForEmail", realms(busy, Channel.EMAIL))
                .setParameter("busy", wholly(busy))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Channels that are busy for every realm. */
    private static List<Channel> wholly(Set<Lane> lanes) {
        return lanes.stream()
                .filter(lane -> lane.realmId().equals(Lane.EVERY_REALM))
                .map(Lane::channel)
                .toList();
    }

    private static List<String> realms(Set<Lane> lanes, Channel channel) {
        return lanes.stream()
                .filter(lane -> lane.channel() == channel)
                .map(Lane::realmId)
                .toList();
    }

    @Override
    public boolean settle(QueuedMessage claimed, Settlement settlement) {
        return transactions.inTransaction(entityManager -> {
            Instant nextAttempt = settlement.nextAttemptAt();
            Query update = nextAttempt != null
                    ? entityManager
                            .createNamedQuery("gatehouseMessageRetry")
                            .setParameter("dueAt", nextAttempt.toEpochMilli())
                    : entityManager
                            .createNamedQuery("gatehouseMessageFinish")
                            .setParameter("state", state(settlement.verdict()))
                            .setParameter(
                                    "dueAt", clock.instant().plus(retention).toEpochMilli());
            return update.setParameter("id", claimed.id())
                            .setParameter("attempt", claimed.attempt())
                            .setParameter("waiting", MessageState.WAITING)
                            .executeUpdate()
                    == 1;
        });
    }

    private static MessageState state(Settlement.Verdict verdict) {
        return switch (verdict) {
            case SENT -> MessageState.SENT;
            case EXPIRED -> MessageState.EXPIRED;
            case LIMITED, DEAD -> MessageState.DEAD;
            case RETRY -> MessageState.WAITING;
        };
    }

    @Override
    public boolean sweep() {
        return transactions.inTransaction(entityManager -> {
            List<String> over = entityManager
                    .createNamedQuery("gatehouseMessageOver", String.class)
                    .setParameter("finished", FINISHED)
                    .setParameter("priorities", List.of(Priority.values()))
                    .setParameter("now", clock.millis())
                    .setMaxResults(SWEPT_AT_ONCE)
                    .getResultList();
            if (!over.isEmpty()) {
                entityManager
                        .createNamedQuery("gatehouseMessageDelete")
                        .setParameter("ids", over)
                        .executeUpdate();
            }
            return over.size() == SWEPT_AT_ONCE;
        });
    }

    @Override
    public Backlog backlog() {
        return transactions.inTransaction(entityManager -> {
            int size = entityManager
                    .createNamedQuery("gatehouseMessageWaiting", Integer.class)
                    .setParameter("waiting", MessageState.WAITING)
                    .setMaxResults(Backlog.COUNTED_AT_MOST)
                    .getResultList()
                    .size();
            @Nullable
            Long oldest = entityManager
                    .createNamedQuery("gatehouseMessageOldest", Long.class)
                    .setParameter("waiting", MessageState.WAITING)
                    .getSingleResult();
            return oldest == null
                    ? Backlog.EMPTY
                    : new Backlog(size, Duration.ofMillis(Math.max(0, clock.millis() - oldest)));
        });
    }
}
