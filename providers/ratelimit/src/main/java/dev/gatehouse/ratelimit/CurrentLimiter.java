package dev.gatehouse.ratelimit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests of this server find the limiter. They arrive from the first moment of the start on, the limiter
 * comes when the server's caches and database are there: until then nothing is limited, and nothing is served either.
 */
public final class CurrentLimiter {
    private static final AtomicReference<@Nullable RequestLimiter> CURRENT = new AtomicReference<>();

    private CurrentLimiter() {}

    public static Optional<RequestLimiter> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static void set(RequestLimiter limiter) {
        CURRENT.set(limiter);
    }

    public static void clear() {
        CURRENT.set(null);
    }
}
