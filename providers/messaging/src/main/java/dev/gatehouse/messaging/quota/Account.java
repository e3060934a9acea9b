package dev.gatehouse.messaging.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is used up of a quota.
 *
 * @param endsAt when it counts from zero again
 */
public record Account(int used, Instant endsAt) {
    /** How long until one more is allowed; empty if it is now. */
    public Optional<Duration> refuses(Quota quota, Instant now) {
        return isOver(now) || used < quota.amount() ? Optional.empty() : Optional.of(Duration.between(now, endsAt));
    }

    /** With one more. */
    public Account charged(Quota quota, Instant now) {
        return isOver(now) ? new Account(1, now.plus(quota.window())) : new Account(used + 1, endsAt);
    }

    private boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
