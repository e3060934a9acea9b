package dev.gatehouse.messaging.sms.resilience4j;

import dev.gatehouse.messaging.sms.BreakerSettings;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GuardedGateway;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Counts how often the gateway was not well. A number it does not like says nothing against it. */
public final class BreakerGateway implements GuardedGateway {
    private final String name;
    private final SmsGateway gateway;
    private final CircuitBreaker breaker;

    public BreakerGateway(String name, SmsGateway gateway, BreakerSettings settings, Clock clock) {
        this.name = name;
        this.gateway = gateway;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.attempts())
                        .minimumNumberOfCalls((settings.attempts() + 1) / 2)
                        .failureRateThreshold(settings.failurePercent())
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordResult(answer -> answer instanceof GatewayAnswer given && !given.isWell())
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .build());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<GatewayAnswer> send(Text text) {
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long begun = breaker.getCurrentTimestamp();
        GatewayAnswer answer = GatewayAnswer.uncertain("broke its promise");
        try {
            answer = gateway.send(text);
        } finally {
            breaker.onResult(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), answer);
        }
        return Optional.of(answer);
    }

    @Override
    public State state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> isHeldBack() ? State.OPEN : State.HALF_OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }

    /** The breaker notices that its time is over only when it is asked. */
    private boolean isHeldBack() {
        if (!breaker.tryAcquirePermission()) {
            return true;
        }
        breaker.releasePermission();
        return false;
    }
}
