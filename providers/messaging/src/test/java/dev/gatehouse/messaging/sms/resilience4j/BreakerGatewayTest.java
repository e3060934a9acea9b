package dev.gatehouse.messaging.sms.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.sms.BreakerSettings;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GuardedGateway.State;
import dev.gatehouse.messaging.sms.Text;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerGatewayTest {
    private static final Text TEXT = new Text(new PhoneNumber("+4915112345678"), "123456", Duration.ofMinutes(5));

    /** Longer than the breaker stays open. */
    private static final Duration PAST = Duration.ofMillis(30_001);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private GatewayAnswer answer = GatewayAnswer.accepted();

    private final BreakerGateway gateway = new BreakerGateway(
            "gateway",
            text -> {
                asked.incrementAndGet();
                return answer;
            },
            new BreakerSettings(4, 50, Duration.ofSeconds(30)),
            clock);

    private void send(int times) {
        for (int time = 0; time < times; time++) {
            gateway.send(TEXT);
        }
    }

    @Test
    void aGatewayThatFailsIsLeftInPeace() {
        answer = GatewayAnswer.notNow("HTTP 500");
        send(10);
        assertThat(asked).hasValue(2);
        assertThat(gateway.state()).isEqualTo(State.OPEN);
        assertThat(gateway.send(TEXT)).isEmpty();
    }

    @Test
    void oneThatDoesNotAnswerIsLeftInPeaceToo() {
        answer = GatewayAnswer.uncertain("no answer");
        send(10);
        assertThat(asked).hasValue(2);
    }

    @Test
    void numbersItDoesNotLikeSayNothingAgainstIt() {
        answer = GatewayAnswer.notServed("HTTP 400");
        send(10);
        answer = GatewayAnswer.refused("error 21211");
        send(10);
        assertThat(asked).hasValue(20);
        assertThat(gateway.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whoAsksOnlyForTheStateSeesWhenItIsWorthTrying() {
        answer = GatewayAnswer.notNow("HTTP 500");
        send(2);
        clock.advance(Duration.ofSeconds(30));
        assertThat(gateway.state()).isEqualTo(State.OPEN);
        clock.advance(Duration.ofMillis(1));
        assertThat(gateway.state()).isEqualTo(State.HALF_OPEN);
        assertThat(gateway.state()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void itComesBackWhenItIsWell() {
        answer = GatewayAnswer.notNow("HTTP 500");
        send(2);
        clock.advance(PAST);
        answer = GatewayAnswer.accepted();
        send(2);
        assertThat(gateway.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void itGoesAgainWhenItIsNot() {
        answer = GatewayAnswer.notNow("HTTP 500");
        send(2);
        clock.advance(PAST);
        send(5);
        assertThat(asked).hasValue(4);
        assertThat(gateway.state()).isEqualTo(State.OPEN);
    }

    @Test
    void aGatewayThatBreaksItsPromiseCountsAsFailed() {
        BreakerGateway broken = new BreakerGateway(
                "broken",
                text -> {
                    throw new IllegalStateException("bug");
                },
                new BreakerSettings(4, 50, Duration.ofSeconds(30)),
                clock);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> broken.send(TEXT)).hasMessage("bug");
        }
        assertThat(broken.state()).isEqualTo(State.OPEN);
    }
}
