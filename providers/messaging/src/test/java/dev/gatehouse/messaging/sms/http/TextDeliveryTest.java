package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Messages;
import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.inbox.Inbox;
import dev.gatehouse.messaging.micrometer.MeteredSmsJournal;
import dev.gatehouse.messaging.sms.BreakerSettings;
import dev.gatehouse.messaging.sms.GatewayChain;
import dev.gatehouse.messaging.sms.GuardedGateway.State;
import dev.gatehouse.messaging.sms.resilience4j.BreakerGateway;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real HTTP gateway in trouble, its breaker, and the gateway behind it, as the dispatcher meets them. */
class TextDeliveryTest extends GatewayFixture {
    private final MovableClock clock = new MovableClock();
    private final BreakerSettings breaker = new BreakerSettings(4, 50, Duration.ofSeconds(30));
    private final Inbox second = new Inbox(clock);
    private final OutgoingMessage message = Messages.sms("realm", Messages.NOW.plusSeconds(300));

    TextDeliveryTest() {
        super("http");
    }

    @BeforeEach
    void settings() {
        set("url", "http://127.0.0.1:" + server.port() + "/send");
        set("json", "{\"to\": \"{to}\", \"text\": \"{text}\"}");
    }

    private BreakerGateway first() {
        return new BreakerGateway("first", gateway(), breaker, clock);
    }

    private GatewayChain chain(BreakerGateway... gateways) {
        return new GatewayChain(List.of(gateways), new MeteredSmsJournal(new SimpleMeterRegistry()), clock);
    }

    private GatewayChain withASecond(BreakerGateway first) {
        return chain(first, new BreakerGateway("second", second, breaker, clock));
    }

    @Test
    void aGatewayThatAnswers500IsSparedAfterAWhileAndEveryMessageArrives() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        GatewayChain chain = withASecond(first());
        for (int number = 0; number < 10; number++) {
            assertThat(chain.carry(message)).isEqualTo(DeliveryOutcome.ACCEPTED);
        }
        server.verify(2, postRequestedFor(anyUrl()));
        assertThat(second.messages()).hasSize(10);
    }

    @Test
    void oneThatIsAMinuteLateHoldsUpTwoMessagesAndNoMore() {
        set("timeout", "300ms");
        server.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(60_000)));
        GatewayChain chain = withASecond(first());
        for (int number = 0; number < 10; number++) {
            assertThat(chain.carry(message)).isEqualTo(DeliveryOutcome.ACCEPTED);
        }
        assertThat(second.messages()).hasSize(10);
    }

    @Test
    void aloneItKeepsTheMessageForLaterAndIsTriedAgainWhenItsTimeHasCome() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        BreakerGateway first = first();
        GatewayChain chain = chain(first);
        for (int number = 0; number < 5; number++) {
            assertThat(chain.carry(message)).isEqualTo(DeliveryOutcome.FAILED);
        }
        assertThat(first.state()).isEqualTo(State.OPEN);
        server.stubFor(any(anyUrl()).willReturn(ok()));
        clock.advance(Duration.ofSeconds(31));
        assertThat(chain.carry(message)).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(chain.carry(message)).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(first.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void afterItsExpiryAMessageIsNotSent() {
        server.stubFor(any(anyUrl()).willReturn(ok()));
        clock.advance(Duration.ofMinutes(5));
        assertThat(chain(first()).carry(message)).isEqualTo(DeliveryOutcome.FAILED);
        server.verify(0, postRequestedFor(anyUrl()));
    }
}
