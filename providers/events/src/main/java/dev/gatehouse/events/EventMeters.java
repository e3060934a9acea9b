package dev.gatehouse.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What operators see of the events: counters since the start, and how the relay is doing now. */
public final class EventMeters {

    /** How the relay fares. */
    public enum Flow {
        /** Nothing was sent yet. */
        UNKNOWN,
        FLOWING,
        STALLED
    }

    private final Clock clock;
    private final Counter recorded;
    private final Counter relayed;
    private final Counter refused;
    private final Counter expired;
    private final Counter unavailable;
    private volatile Optional<Instant> waitingSince = Optional.empty();
    private volatile String trouble = "";
    private volatile Flow flow = Flow.UNKNOWN;

    public EventMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        recorded = Counter.builder("gatehouse.events.recorded")
                .description("Events written to the outbox or the activity table, committed or not")
                .register(registry);
        relayed = Counter.builder("gatehouse.events.relayed")
                .description("Events that Kafka has acknowledged")
                .register(registry);
        refused = failed(registry, "refused");
        expired = failed(registry, "expired");
        unavailable = failed(registry, "unavailable");
        TimeGauge.builder(
                        "gatehouse.events.lag",
                        this,
                        TimeUnit.MILLISECONDS,
                        meters -> meters.lag().toMillis())
                .description("Age of the oldest event that waits in the outbox")
                .register(registry);
    }

    private static Counter failed(MeterRegistry registry, String reason) {
        return Counter.builder("gatehouse.events.failed")
                .description("refused: events put aside for good; expired: events given up after the retention;"
                        + " unavailable: rounds that ended for want of Kafka")
                .tag("reason", reason)
                .register(registry);
    }

    /** Age of the oldest event that waits; zero where none does. */
    public Duration lag() {
        return waitingSince
                .map(since -> Duration.between(since, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    public Flow flow() {
        return flow;
    }

    void recorded() {
        recorded.increment();
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void refused() {
        refused.increment();
    }

    void expired(int events) {
        expired.increment(events);
    }

    /** Why the relay stalled, or empty. */
    public String trouble() {
        return trouble;
    }

    void stalled(String reason) {
        unavailable.increment();
        trouble = reason;
        flow = Flow.STALLED;
    }

    void flowing() {
        trouble = "";
        flow = Flow.FLOWING;
    }

    void waitingSince(Optional<Instant> oldest) {
        waitingSince = oldest;
    }
}
