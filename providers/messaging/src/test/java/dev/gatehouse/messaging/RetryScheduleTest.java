package dev.gatehouse.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.Settlement.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant NOW = Messages.NOW;

    /** Never shortens a wait. */
    private static final RandomGenerator NO_CHANCE = () -> 0L;

    private final RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(15), 10);

    private static QueuedMessage attempt(int attempt) {
        return Messages.attempt(attempt, Messages.email("realm", "Hello"));
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(schedule.waitAfter(1, NO_CHANCE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.waitAfter(2, NO_CHANCE)).isEqualTo(Duration.ofSeconds(4));
        assertThat(schedule.waitAfter(9, NO_CHANCE)).isEqualTo(Duration.ofSeconds(512));
        assertThat(schedule.waitAfter(10, NO_CHANCE)).isEqualTo(Duration.ofMinutes(15));
        assertThat(schedule.waitAfter(1000, NO_CHANCE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void chanceShortensAWaitByHalfAtMost() {
        Random chance = new Random(1);
        for (int round = 0; round < 1000; round++) {
            assertThat(schedule.waitAfter(3, chance)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        }
    }

    @Test
    void anAcceptedMessageIsSent() {
        assertThat(schedule.settle(attempt(1), DeliveryOutcome.ACCEPTED, NOW, NO_CHANCE)
                        .verdict())
                .isEqualTo(Verdict.SENT);
    }

    @Test
    void aRefusedMessageIsNotTriedAgain() {
        assertThat(schedule.settle(attempt(1), DeliveryOutcome.REFUSED, NOW, NO_CHANCE)
                        .verdict())
                .isEqualTo(Verdict.DEAD);
    }

    @Test
    void whoMayHaveItAlreadyGetsItThreeTimesAtMost() {
        assertThat(schedule.settle(attempt(1), DeliveryOutcome.UNCERTAIN, NOW, NO_CHANCE))
                .isEqualTo(new Settlement(Verdict.RETRY, NOW.plusSeconds(2)));
        assertThat(schedule.settle(attempt(2), DeliveryOutcome.UNCERTAIN, NOW, NO_CHANCE)
                        .verdict())
                .isEqualTo(Verdict.RETRY);
        assertThat(schedule.settle(attempt(3), DeliveryOutcome.UNCERTAIN, NOW, NO_CHANCE)
                        .verdict())
                .isEqualTo(Verdict.DEAD);
    }

    @Test
    void aFailedMessageIsTriedAgainLater() {
        assertThat(schedule.settle(attempt(1), DeliveryOutcome.FAILED, NOW, NO_CHANCE))
                .isEqualTo(new Settlement(Verdict.RETRY, NOW.plusSeconds(2)));
    }

    @Test
    void afterTheLastAttemptAMessageIsGivenUp() {
        assertThat(schedule.settle(attempt(10), DeliveryOutcome.FAILED, NOW, NO_CHANCE)
                        .verdict())
                .isEqualTo(Verdict.DEAD);
        assertThat(schedule.allows(10)).isTrue();
        assertThat(schedule.allows(11)).isFalse();
    }

    @Test
    void aMessageThatWouldLeaveAfterItsExpiryIsExpiredAtOnce() {
        QueuedMessage code = Messages.attempt(1, Messages.email("realm", "Code", Priority.CODE, NOW.plusSeconds(2)));
        assertThat(schedule.settle(code, DeliveryOutcome.FAILED, NOW, NO_CHANCE).verdict())
                .isEqualTo(Verdict.EXPIRED);
    }
}
