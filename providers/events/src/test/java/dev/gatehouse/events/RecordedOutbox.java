package dev.gatehouse.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** An outbox in memory. */
final class RecordedOutbox implements EventOutbox, OutboxQueue {
    final List<String> refusals = new ArrayList<>();
    private final TreeMap<Long, OutboxEntry> rows = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long sequence;

    @Override
    public synchronized void append(EventEnvelope event) {
        sequence++;
        rows.put(sequence, new OutboxEntry(sequence, event));
    }

    synchronized List<EventEnvelope> waiting() {
        return rows.values().stream().map(OutboxEntry::event).toList();
    }

    @Override
    public boolean whileHeld(Consumer<Held> work) {
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return false;
        }
        try {
            work.accept(new Rows());
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized Optional<Instant> oldest() {
        return rows.values().stream().findFirst().map(entry -> entry.event().recordedTime());
    }

    private final class Rows implements Held {
        @Override
        public List<OutboxEntry> oldest(int limit) {
            synchronized (RecordedOutbox.this) {
                return rows.values().stream().limit(limit).toList();
            }
        }

        @Override
        public void delivered(Collection<OutboxEntry> entries) {
            synchronized (RecordedOutbox.this) {
                entries.forEach(entry -> rows.remove(entry.sequence()));
            }
        }

        @Override
        public void refused(OutboxEntry entry, String reason) {
            refusals.add(reason);
            delivered(List.of(entry));
        }

        @Override
        public int discardRecordedBefore(Instant time, int limit) {
            List<OutboxEntry> old = oldest(Integer.MAX_VALUE).stream()
                    .filter(entry -> entry.event().recordedTime().isBefore(time))
                    .limit(limit)
                    .toList();
            delivered(old);
            return old.size();
        }
    }
}
