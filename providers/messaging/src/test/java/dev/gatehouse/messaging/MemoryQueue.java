package dev.gatehouse.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both ends of the queue in memory, held to the same contract as the table. Each call is its own transaction. */
final class MemoryQueue implements MessageQueue, DispatchQueue {
    private static final class Row {
        private final String id;
        private final OutgoingMessage message;
        private final Instant queuedAt;
        private Instant dueAt;
        private int attempts;
        private boolean waiting = true;

        private Row(String id, OutgoingMessage message, Instant now) {
            this.id = id;
            this.message = message;
            this.queuedAt = now;
            this.dueAt = now;
        }
    }

    private final Clock clock;
    private final Duration lease;
    private final Duration retention;
    private final List<Row> rows = new ArrayList<>();
    private int numbers;

    MemoryQueue(Clock clock, Duration lease, Duration retention) {
        this.clock = clock;
        this.lease = lease;
        this.retention = retention;
    }

    @Override
    public synchronized void queue(OutgoingMessage message) {
        rows.add(new Row("message-" + ++numbers, message, clock.instant()));
    }

    @Override
    public synchronized Optional<QueuedMessage> claim(Set<Lane> busy) {
        Instant now = clock.instant();
        Optional<Row> due = rows.stream()
                .filter(row -> row.waiting && !row.dueAt.isAfter(now) && !busy.contains(row.message.lane()))
                .min(Comparator.comparing((Row row) -> row.message.priority()).thenComparing(row -> row.dueAt));
        return due.map(row -> {
            row.attempts++;
            row.dueAt = now.plus(lease);
            return new QueuedMessage(row.id, row.attempts, row.queuedAt, row.message);
        });
    }

    @Override
    public synchronized boolean settle(QueuedMessage claimed, Settlement settlement) {
        Optional<Row> mine = rows.stream()
                .filter(row -> row.waiting && row.id.equals(claimed.id()) && row.attempts == claimed.attempt())
                .findFirst();
        mine.ifPresent(row -> {
            Instant next = settlement.nextAttemptAt();
            row.waiting = next != null;
            row.dueAt = next != null ? next : clock.instant().plus(retention);
        });
        return mine.isPresent();
    }

    @Override
    public synchronized boolean sweep() {
        rows.removeIf(row -> !row.waiting && !row.dueAt.isAfter(clock.instant()));
        return false;
    }

    @Override
    public synchronized Backlog backlog() {
        List<Row> waiting = rows.stream().filter(row -> row.waiting).toList();
        return waiting.stream()
                .map(row -> row.queuedAt)
                .min(Comparator.naturalOrder())
                .map(oldest -> new Backlog(waiting.size(), Duration.between(oldest, clock.instant())))
                .orElse(Backlog.EMPTY);
    }

    synchronized int size() {
        return rows.size();
    }
}
