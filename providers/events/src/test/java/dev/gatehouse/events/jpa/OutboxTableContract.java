package dev.gatehouse.events.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.OutboxContract;
import dev.gatehouse.events.OutboxEntry;
import dev.gatehouse.events.OutboxQueue;
import dev.gatehouse.events.Samples;
import dev.gatehouse.foundation.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the outbox promises beyond that because it is a table. */
abstract class OutboxTableContract extends OutboxContract {
    private final TestDatabase database;

    OutboxTableContract(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected void append(EventEnvelope... events) {
        EventsDatabase.append(database, events);
    }

    @Override
    protected OutboxQueue queue() {
        return EventsDatabase.queue(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEventOfARolledBackTransactionNeverWas() {
        assertThatThrownBy(() -> database.run(entityManager -> {
                    new JpaEventOutbox(entityManager).append(Samples.event("anna", "1"));
                    throw new IllegalStateException("the login fails");
                }))
                .hasMessage("the login fails");

        assertThat(queue().oldest()).isEmpty();
    }

    @Test
    void whatWaitsOrWasRefusedAboutAPersonIsForgotten() {
        append(Samples.event("anna", "refused"));
        queue().whileHeld(held -> held.refused(held.oldest(1).get(0), "too large"));
        append(Samples.event("anna", "waits"), Samples.event("ben", "stays"));

        database.run(entityManager -> JpaOutboxQueue.forget(entityManager, "anna"));

        List<OutboxEntry> left = new ArrayList<>();
        queue().whileHeld(held -> left.addAll(held.oldest(10)));
        assertThat(left).extracting(entry -> entry.event().subject()).containsExactly("stays");
        assertThat(EventsDatabase.queue(database).purgeRefused(Instant.now().plusSeconds(1), 10))
                .isZero();
    }

    @Test
    void anEventThatIsCommittedLateIsNotMissed() {
        database.run(slow -> {
            new JpaEventOutbox(slow).append(Samples.event("anna", "early, committed late"));
            slow.flush();
            append(Samples.event("ben", "late, committed early"));
            queue().whileHeld(held -> held.delivered(held.oldest(10)));
        });
        List<OutboxEntry> left = new ArrayList<>();
        queue().whileHeld(held -> left.addAll(held.oldest(10)));

        assertThat(left).extracting(entry -> entry.event().subject()).containsExactly("early, committed late");
    }

    @Test
    void aRelayThatDiesBeforeItsCommitHasTakenNothing() {
        append(Samples.event("anna", "1"));

        assertThatThrownBy(() -> queue().whileHeld(held -> {
                    held.delivered(held.oldest(10));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(queue().whileHeld(held -> assertThat(held.oldest(10)).hasSize(1)))
                .isTrue();
    }

    @Test
    void whatWasRefusedIsKeptWithItsReasonForAWhile() {
        append(Samples.event("anna", "1"));
        queue().whileHeld(held -> held.refused(held.oldest(1).get(0), "too large"));

        List<DeadLetterEntity> deadLetters = database.inTransaction(entityManager -> entityManager
                .createQuery("select d from DeadLetterEntity d", DeadLetterEntity.class)
                .getResultList());
        assertThat(deadLetters).singleElement().asString().endsWith(": too large");

        assertThat(EventsDatabase.queue(database).purgeRefused(Instant.now().plusSeconds(1), 10))
                .isEqualTo(1);
        assertThat(EventsDatabase.queue(database).purgeRefused(Instant.now().plusSeconds(1), 10))
                .isZero();
    }
}
