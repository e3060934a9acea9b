package dev.gatehouse.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.messaging.DispatchQueue;
import dev.gatehouse.messaging.Messages;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.QueueContract;
import dev.gatehouse.messaging.QueuedMessage;
import dev.gatehouse.messaging.Settlement;
import dev.gatehouse.messaging.Settlement.Verdict;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract on a database, and what only a table can promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JpaQueueContract extends QueueContract {
    private final TestDatabase database;

    JpaQueueContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        clock.reset();
        database.run(entityManager ->
                entityManager.createQuery("delete from MessageEntity").executeUpdate());
    }

    @Override
    protected void queue(OutgoingMessage message) {
        database.run(entityManager -> new JpaMessageQueue(entityManager, clock).queue(message));
    }

    @Override
    protected DispatchQueue queue() {
        return new JpaDispatchQueue(database::inTransaction, clock, LEASE, RETENTION);
    }

    @Override
    protected int rows() {
        return count("true");
    }

    private int count(String condition) {
        Long count = database.inTransaction(entityManager -> entityManager
                .createQuery("select count(m) from MessageEntity m where " + condition, Long.class)
                .getSingleResult());
        return count.intValue();
    }

    @Test
    void aMessageOfARolledBackTransactionNeverExisted() {
        assertThatThrownBy(() -> database.run(entityManager -> {
                    new JpaMessageQueue(entityManager, clock).queue(Messages.email("realm", "Hello"));
                    entityManager.flush();
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(queue().claim(Set.of())).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aPersonsMessagesAreForgotten() {
        OutgoingMessage message = Messages.email("realm", "Hello");
        queue(message);
        database.run(entityManager -> {
            JpaMessageQueue queue = new JpaMessageQueue(entityManager, clock);
            queue.forget("realm", List.of());
            queue.forget("realm", List.of("somebody-else@example.test"));
            queue.forget("other-realm", List.of(message.destination()));
        });
        assertThat(rows()).isEqualTo(1);
        database.run(entityManager ->
                new JpaMessageQueue(entityManager, clock).forget("realm", List.of(message.destination())));
        assertThat(rows()).isZero();
    }

    @Test
    void aMessageIsNotSeenBeforeItsTransactionCommits() {
        database.run(entityManager -> {
            new JpaMessageQueue(entityManager, clock).queue(Messages.email("realm", "Hello"));
            entityManager.flush();
            assertThat(queue().claim(Set.of())).isEmpty();
        });
        assertThat(queue().claim(Set.of())).isPresent();
    }

    /** What a claimer is given while the transaction of another, who claimed the first of two, is still open. */
    Optional<QueuedMessage> claimedBesideAnUnfinishedClaim() {
        queue(Messages.email("realm", "one"));
        clock.advance(Duration.ofSeconds(1));
        queue(Messages.email("realm", "two"));
        return database.inTransaction(open -> {
            Transactions unfinished = new Transactions() {
                @Override
                public <T> T inTransaction(Function<EntityManager, T> work) {
                    return work.apply(open);
                }
            };
            DispatchQueue other = new JpaDispatchQueue(unfinished, clock, LEASE, RETENTION);
            assertThat(other.claim(Set.of()))
                    .hasValueSatisfying(
                            first -> assertThat(first.message().subject()).isEqualTo("one"));
            open.flush();
            return queue().claim(Set.of());
        });
    }

    @Test
    void whatAFinishedMessageSaidIsErased() {
        for (Verdict verdict : Set.of(Verdict.SENT, Verdict.EXPIRED, Verdict.LIMITED, Verdict.DEAD)) {
            queue(Messages.email("realm", "Code 123456"));
            queue().settle(queue().claim(Set.of()).orElseThrow(), new Settlement(verdict, null));
        }
        assertThat(count("m.text is not null or m.html is not null or m.subject is not null"))
                .isZero();
    }

    @Test
    void oneSweepDeletesABoundedNumber() {
        int rows = JpaDispatchQueue.SWEPT_AT_ONCE + 1;
        database.run(entityManager -> {
            for (int number = 0; number < rows; number++) {
                new JpaMessageQueue(entityManager, clock).queue(Messages.email("realm", "old"));
            }
        });
        database.run(entityManager -> entityManager
                .createQuery("update MessageEntity m set m.state = :sent")
                .setParameter("sent", MessageState.SENT)
                .executeUpdate());
        assertThat(queue().sweep()).isTrue();
        assertThat(rows()).isEqualTo(1);
        assertThat(queue().sweep()).isFalse();
        assertThat(rows()).isZero();
    }
}
