package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} promises, wherever its buckets are kept. */
public abstract class RateLimitsContract {
    protected static final RateLimit LIMIT = new RateLimit("login", 20, Duration.ofMinutes(1));

    /** The limits under test, asked on any of the nodes that share the buckets. */
    protected abstract List<RateLimits> nodes();

    @Test
    void ofManyAtOnceExactlyTheQuotaPasses() throws Exception {
        RateLimitKey key = newKey();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<RateLimitDecision>> requests = IntStream.range(0, 400)
                    .<Callable<RateLimitDecision>>mapToObj(i -> () ->
                            nodes().get(i % nodes().size()).ask(LIMIT, key).get())
                    .toList();
            List<RateLimitDecision> decisions = threads.invokeAll(requests).stream()
                    .map(RateLimitsContract::result)
                    .toList();

            assertThat(decisions).filteredOn(RateLimitDecision::isAllowed).hasSize(LIMIT.quota());
            assertThat(decisions)
                    .filteredOn(RateLimitDecision::isAllowed)
                    .extracting(RateLimitDecision::remaining)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 20).mapToObj(Long::valueOf).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyRequestLeavesOneLess() {
        RateLimitKey key = newKey();

        assertThat(ask(LIMIT, key).remaining()).isEqualTo(19);
        assertThat(ask(LIMIT, key).remaining()).isEqualTo(18);
    }

    @Test
    void theResetIsTheEndOfTheWindow() {
        RateLimitDecision first = ask(LIMIT, newKey());

        assertThat(first.resetSeconds()).isBetween(58L, 60L);
        assertThat(first.limit()).isEqualTo(LIMIT);
    }

    @Test
    void aRefusalSaysWhenTheQuotaIsBack() {
        RateLimit one = new RateLimit("login", 1, Duration.ofMinutes(1));
        RateLimitKey key = newKey();
        ask(one, key);

        RateLimitDecision refused = ask(one, key);

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.resetSeconds()).isBetween(58L, 60L);
    }

    @Test
    void oneBucketDoesNotEmptyAnother() {
        RateLimit one = new RateLimit("login", 1, Duration.ofMinutes(1));
        String address = UUID.randomUUID().toString();
        ask(one, new RateLimitKey("demo", "login", address));

        assertThat(ask(one, new RateLimitKey("demo", "login", address)).isAllowed())
                .isFalse();
        assertThat(ask(one, new RateLimitKey("other", "login", address)).isAllowed())
                .isTrue();
        assertThat(ask(one, new RateLimitKey("demo", "token", address)).isAllowed())
                .isTrue();
        assertThat(ask(one, newKey()).isAllowed()).isTrue();
    }

    @Test
    void whoWaitsForTheResetHasTheWholeQuotaAgain() {
        RateLimit two = new RateLimit("login", 2, Duration.ofSeconds(1));
        RateLimitKey key = newKey();
        ask(two, key);
        ask(two, key);
        assertThat(ask(two, key).isAllowed()).isFalse();

        pass(Duration.ofSeconds(1));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ask(two, key).isAllowed()).isTrue());
        assertThat(ask(two, key).isAllowed()).isTrue();
        assertThat(ask(two, key).isAllowed()).isFalse();
    }

    /** Lets time pass where the test owns it; elsewhere it passes by itself. */
    protected void pass(Duration time) {}

    protected static RateLimitKey newKey() {
        return new RateLimitKey("demo", "login", UUID.randomUUID().toString());
    }

    protected RateLimitDecision ask(RateLimit limit, RateLimitKey key) {
        return nodes().get(0).ask(limit, key).join();
    }

    private static RateLimitDecision result(Future<RateLimitDecision> decision) {
        try {
            return decision.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
