package dev.gatehouse.mfa;

import java.time.Duration;
import java.time.Instant;

/**
 * What is remembered of one user's factor across codes, resends, logins, sessions and nodes.
 *
 * @param failures wrong codes since the last right one; a new code does not reset them (NIST SP 800-63B-4 §3.1.3)
 * @param lockedUntil until when nothing is judged and nothing is sent
 * @param sends codes sent since {@code sendsSince} without a right one
 * @param lastUsedAt when a right code came last; the epoch if never
 */
public record FactorLedger(int failures, Instant lockedUntil, int sends, Instant sendsSince, Instant lastUsedAt) {

    public static final FactorLedger EMPTY = new FactorLedger(0, Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH);

    /** Far enough to mean "until the factor is set up anew", near enough for a database. */
    static final Duration FOREVER = Duration.ofDays(36_500);

    FactorLedger afterFailure(Instant now, OtpSettings settings) {
        int counted = failures + 1;
        Instant until = counted < settings.attempts() ? lockedUntil : now.plus(wait(counted, settings));
        return new FactorLedger(counted, until, sends, sendsSince, lastUsedAt);
    }

    /** A right code shows the person is there: failures and unanswered sends are forgotten. */
    FactorLedger afterSuccess(Instant now) {
        return new FactorLedger(0, Instant.EPOCH, 0, Instant.EPOCH, now);
    }

    FactorLedger afterSend(Instant now, OtpSettings settings) {
        return sendWindowIsOver(now, settings)
                ? new FactorLedger(failures, lockedUntil, 1, now, lastUsedAt)
                : new FactorLedger(failures, lockedUntil, sends + 1, sendsSince, lastUsedAt);
    }

    boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    Duration lockedFor(Instant now) {
        return isLocked(now) ? Duration.between(now, lockedUntil) : Duration.ZERO;
    }

    /** How long until the factor may be sent another code, whoever asks; a mailbox is not to be flooded. */
    Duration sendAfter(Instant now, OtpSettings settings) {
        return sendWindowIsOver(now, settings) || sends < settings.sends()
                ? Duration.ZERO
                : Duration.between(now, sendsSince.plus(settings.sendsWindow()));
    }

    private boolean sendWindowIsOver(Instant now, OtpSettings settings) {
        return !now.isBefore(sendsSince.plus(settings.sendsWindow()));
    }

    /** Doubles with each failure past the allowed ones, up to the longest; at the limit it is for good (§3.2.2). */
    private static Duration wait(int failures, OtpSettings settings) {
        if (failures >= settings.failuresUntilDisabled()) {
            return FOREVER;
        }
        int doublings = Math.min(failures - settings.attempts(), 20);
        Duration wait = settings.firstWait().multipliedBy(1L << doublings);
        return wait.compareTo(settings.longestWait()) < 0 ? wait : settings.longestWait();
    }
}
