package dev.gatehouse.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
public final class MovableClock extends Clock {
    private final AtomicLong now = new AtomicLong(Messages.NOW.toEpochMilli());

    public void advance(Duration by) {
        now.addAndGet(by.toMillis());
    }

    /** Back to where it started. */
    public void reset() {
        now.set(Messages.NOW.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
