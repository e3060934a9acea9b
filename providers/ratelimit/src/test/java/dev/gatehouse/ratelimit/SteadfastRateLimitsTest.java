package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadfastRateLimitsTest {
    private static final RateLimit LIMIT = new RateLimit("login", 20, Duration.ofMinutes(1));
    private static final RateLimitKey KEY = new RateLimitKey("demo", "login", "203.0.113.7");

    private final MovableClock clock = new MovableClock();
    private final StoreWatch watch = new StoreWatch(clock);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<RateLimit> askedLocally = new ArrayList<>();
    private final RateLimits local = (limit, key) -> {
        askedLocally.add(limit);
        return CompletableFuture.completedFuture(RateLimitDecision.allowed(limit, 1, limit.window()));
    };

    @Test
    void theSharedBucketsDecideWhenTheyAnswer() {
        RateLimitDecision shared = RateLimitDecision.refused(LIMIT, Duration.ofSeconds(30));

        assertThat(limits((limit, key) -> CompletableFuture.completedFuture(shared))
                        .ask(LIMIT, KEY)
                        .join())
                .isSameAs(shared);
        assertThat(askedLocally).isEmpty();
        assertThat(watch.isDegraded()).isFalse();
    }

    @Test
    void anAnswerThatComesInTimeCounts() {
        CompletableFuture<RateLimitDecision> late = new CompletableFuture<>();
        SteadfastRateLimits limits =
                new SteadfastRateLimits((limit, key) -> late, local, Duration.ofMinutes(1), 25, watch);
        CompletableFuture<RateLimitDecision> answer = limits.ask(LIMIT, KEY);
        assertThat(answer).isNotDone();

        RateLimitDecision shared = RateLimitDecision.allowed(LIMIT, 19, LIMIT.window());
        late.complete(shared);

        assertThat(answer).isCompletedWithValue(shared);
        assertThat(askedLocally).isEmpty();
    }

    @Test
    void aSmallerLocalBucketDecidesWhenTheStoreHangs() {
        RateLimitDecision decision = limits((limit, key) -> new CompletableFuture<>())
                .ask(LIMIT, KEY)
                .join();

        assertThat(decision.limit()).isEqualTo(new RateLimit("login", 5, Duration.ofMinutes(1)));
        assertThat(askedLocally).hasSize(1);
    }

    @Test
    void aSmallerLocalBucketDecidesWhenTheStoreFails() {
        assertThat(limits((limit, key) -> CompletableFuture.failedFuture(new IllegalStateException("gone")))
                        .ask(LIMIT, KEY)
                        .join()
                        .limit()
                        .quota())
                .isEqualTo(5);
        assertThat(limits((limit, key) -> {
                            throw new IllegalStateException("gone");
                        })
                        .ask(LIMIT, KEY)
                        .join()
                        .limit()
                        .quota())
                .isEqualTo(5);
    }

    @Test
    void everyFallbackIsCountedAndRememberedForHalfAMinute() {
        RateLimits limits = limits((limit, key) -> CompletableFuture.failedFuture(new IllegalStateException("gone")));
        limits.ask(LIMIT, KEY).join();
        limits.ask(LIMIT, KEY).join();

        assertThat(watch.unansweredQuestions()).isEqualTo(2);
        assertThat(watch.isDegraded()).isTrue();
        clock.move(Duration.ofSeconds(31));
        assertThat(watch.isDegraded()).isFalse();
    }

    @Test
    void aStoreThatHangsIsSoonNoLongerAsked() {
        SteadfastRateLimits limits = new SteadfastRateLimits(
                (limit, key) -> {
                    asked.incrementAndGet();
                    return new CompletableFuture<>();
                },
                local,
                Duration.ofMinutes(5),
                25,
                watch);
        for (int i = 0; i < SteadfastRateLimits.MOST_WAITING; i++) {
            assertThat(limits.ask(LIMIT, KEY)).isNotDone();
        }

        assertThat(limits.ask(LIMIT, KEY)).isDone();
        assertThat(asked).hasValue(SteadfastRateLimits.MOST_WAITING);
    }

    @Test
    void aStoreThatAnswersAgainIsAskedAgain() {
        List<CompletableFuture<RateLimitDecision>> pending = new ArrayList<>();
        SteadfastRateLimits limits = new SteadfastRateLimits(
                (limit, key) -> {
                    CompletableFuture<RateLimitDecision> answer = new CompletableFuture<>();
                    pending.add(answer);
                    return answer;
                },
                local,
                Duration.ofMinutes(5),
                25,
                watch);
        for (int i = 0; i <= SteadfastRateLimits.MOST_WAITING; i++) {
            CompletableFuture<RateLimitDecision> unused = limits.ask(LIMIT, KEY);
        }
        pending.get(0).completeExceptionally(new IllegalStateException("given up"));

        assertThat(limits.ask(LIMIT, KEY)).isNotDone();
        assertThat(pending).hasSize(SteadfastRateLimits.MOST_WAITING + 1);
    }

    @Test
    void aReducedLimitLetsAtLeastOneRequestPass() {
        assertThat(new RateLimit("login", 2, Duration.ofMinutes(1))
                        .reducedTo(25)
                        .quota())
                .isEqualTo(1);
    }

    private SteadfastRateLimits limits(RateLimits shared) {
        return new SteadfastRateLimits(shared, local, Duration.ofMillis(20), 25, watch);
    }
}
