package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Remembers how well the shared buckets answer, for health and meters. */
public final class StoreWatch {
    /** After one question without an answer the store counts as degraded for so long. */
    static final Duration MEMORY = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongAdder unanswered = new LongAdder();
    private volatile Instant lastUnanswered = Instant.MIN;

    public StoreWatch(Clock clock) {
        this.clock = clock;
    }

    void unanswered() {
        unanswered.increment();
        lastUnanswered = clock.instant();
    }

    /** Whether local buckets have decided within the last half minute. */
    public boolean isDegraded() {
        return lastUnanswered.isAfter(clock.instant().minus(MEMORY));
    }

    /** How many questions a local bucket has decided since the start. */
    public long unansweredQuestions() {
        return unanswered.sum();
    }
}
