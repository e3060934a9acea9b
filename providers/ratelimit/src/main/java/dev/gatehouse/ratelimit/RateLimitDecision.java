package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * What the limiter says to one request.
 *
 * @param limit the limit that decided; smaller than the configured one while the shared buckets do not answer
 * @param verdict whether the request may go on
 * @param remaining how many more requests pass before the reset
 * @param untilReset when the whole quota is back
 */
public record RateLimitDecision(RateLimit limit, Verdict verdict, long remaining, Duration untilReset) {

    /** The two possible answers. */
    public enum Verdict {
        ALLOWED,
        REFUSED
    }

    public static RateLimitDecision allowed(RateLimit limit, long remaining, Duration untilReset) {
        return new RateLimitDecision(limit, Verdict.ALLOWED, remaining, untilReset);
    }

    public static RateLimitDecision refused(RateLimit limit, Duration untilReset) {
        return new RateLimitDecision(limit, Verdict.REFUSED, 0, untilReset);
    }

    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }

    /** Whole seconds until the quota is back, rounded up: who waits so long is never early. */
    public long resetSeconds() {
        return untilReset.plusNanos(999_999_999).toSeconds();
    }
}
