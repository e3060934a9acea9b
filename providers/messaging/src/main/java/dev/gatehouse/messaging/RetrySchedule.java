package dev.gatehouse.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a message that did not leave is tried again: waits double from the first to the longest, each shortened by
 * chance by up to half, so that messages that failed together do not come back together.
 *
 * @param firstWait   before the second attempt
 * @param longestWait where doubling stops
 * @param maxAttempts after which a message is given up
 */
public record RetrySchedule(Duration firstWait, Duration longestWait, int maxAttempts) {

    /** A gateway that takes messages and answers too late is not given a message again and again: each is paid for. */
    static final int UNCERTAIN_ATTEMPTS = 3;

    /** What becomes of a message whose attempt went like this. */
    public Settlement settle(QueuedMessage tried, DeliveryOutcome outcome, Instant now, RandomGenerator chance) {
        return switch (outcome) {
            case ACCEPTED -> Settlement.sent();
            case REFUSED -> Settlement.dead();
            case FAILED -> afterFailure(tried, now, chance);
            case UNCERTAIN ->
                tried.attempt() < UNCERTAIN_ATTEMPTS ? afterFailure(tried, now, chance) : Settlement.dead();
        };
    }

    /** Whether the message may be tried at all: a claim that nobody settled used up an attempt, too. */
    boolean allows(int attempt) {
        return attempt <= maxAttempts;
    }

    private Settlement afterFailure(QueuedMessage tried, Instant now, RandomGenerator chance) {
        if (!allows(tried.attempt() + 1)) {
            return Settlement.dead();
        }
        Instant next = now.plus(waitAfter(tried.attempt(), chance));
        return tried.message().isExpiredAt(next) ? Settlement.expired() : Settlement.retryAt(next);
    }

    /** The wait after the attempt with this number, counted from 1. */
    Duration waitAfter(int attempt, RandomGenerator chance) {
        long full = longestWait.toMillis();
        int doublings = attempt - 1;
        if (doublings < Long.SIZE - 1 && firstWait.toMillis() <= full >> doublings) {
            full = firstWait.toMillis() << doublings;
        }
        return Duration.ofMillis(full - chance.nextLong(full / 2 + 1));
    }
}
