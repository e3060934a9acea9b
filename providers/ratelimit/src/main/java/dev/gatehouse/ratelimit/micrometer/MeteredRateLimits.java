package dev.gatehouse.ratelimit.micrometer;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.StoreWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Counts every decision by policy and outcome, and how often local buckets decided because the shared ones did not. */
public final class MeteredRateLimits implements RateLimits {
    static final String DECISIONS = "gatehouse.ratelimit.decisions";
    static final String FALLBACKS = "gatehouse.ratelimit.fallbacks";

    private record Outcome(String policy, RateLimitDecision.Verdict verdict) {}

    private final RateLimits limits;
    private final MeterRegistry meters;
    private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();

    public MeteredRateLimits(RateLimits limits, StoreWatch store, MeterRegistry meters) {
        this.limits = limits;
        this.meters = meters;
        FunctionCounter.builder(FALLBACKS, store, StoreWatch::unansweredQuestions)
                .description("Decisions that a local bucket made because the shared buckets did not answer in time")
                .register(meters);
    }

    @Override
    public CompletableFuture<RateLimitDecision> ask(RateLimit limit, RateLimitKey key) {
        return limits.ask(limit, key).thenApply(decision -> {
            counters.computeIfAbsent(new Outcome(limit.name(), decision.verdict()), this::counter)
                    .increment();
            return decision;
        });
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder(DECISIONS)
                .description("Decisions about limited requests")
                .tag("policy", outcome.policy)
                .tag("outcome", outcome.verdict.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
