package dev.gatehouse.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Messages;
import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayChainTest {
    private final MovableClock clock = new MovableClock();
    private final RecordingSmsJournal journal = new RecordingSmsJournal();

    private GatewayChain chain(GuardedGateway... gateways) {
        return new GatewayChain(List.of(gateways), journal, clock);
    }

    private DeliveryOutcome carried(GuardedGateway... gateways) {
        return chain(gateways).carry(Messages.sms("realm", Messages.NOW.plusSeconds(60)));
    }

    @Test
    void theFirstGatewayThatTakesAMessageHasIt() {
        FakeGateway first = new FakeGateway("first");
        FakeGateway second = new FakeGateway("second");
        assertThat(carried(first, second)).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(first.sent()).singleElement().satisfies(text -> {
            assertThat(text.to().e164()).isEqualTo("+4930123456");
            assertThat(text.body()).isEqualTo("Your code is 123456");
            assertThat(text.goodFor()).isEqualTo(Duration.ofSeconds(60));
        });
        assertThat(second.sent()).isEmpty();
        assertThat(journal.attempts).containsExactly("first ACCEPTED");
    }

    @Test
    void oneThatIsDownIsFollowedByTheNext() {
        FakeGateway down = new FakeGateway("down", GatewayAnswer.notNow("HTTP 500"));
        assertThat(carried(down, new FakeGateway("next"))).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(journal.attempts).containsExactly("down NOT_NOW", "next ACCEPTED");
    }

    @Test
    void oneThatDoesNotServeTheNumberIsFollowedByTheNext() {
        FakeGateway regional = new FakeGateway("regional", GatewayAnswer.notServed("HTTP 400"));
        assertThat(carried(regional, new FakeGateway("next"))).isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void aCodeThatMayArriveTwiceIsBetterThanNone() {
        FakeGateway late = new FakeGateway("late", GatewayAnswer.uncertain("no answer"));
        assertThat(carried(late, new FakeGateway("next"))).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(late.sent()).hasSize(1);
    }

    @Test
    void aNumberThatIsRefusedForGoodIsNotTriedElsewhere() {
        FakeGateway next = new FakeGateway("next");
        assertThat(carried(new FakeGateway("first", GatewayAnswer.refused("error 21610")), next))
                .isEqualTo(DeliveryOutcome.REFUSED);
        assertThat(next.sent()).isEmpty();
    }

    @Test
    void anOpenBreakerCostsNothingAndTheMessageIsKeptForLater() {
        assertThat(carried(new FakeGateway("open").open())).isEqualTo(DeliveryOutcome.FAILED);
        assertThat(journal.attempts).isEmpty();
        assertThat(carried(new FakeGateway("open").open(), new FakeGateway("next")))
                .isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void whatComesOfAllOfThemIsTheHopeThatIsLeft() {
        GatewayAnswer notNow = GatewayAnswer.notNow("HTTP 500");
        GatewayAnswer notServed = GatewayAnswer.notServed("HTTP 400");
        GatewayAnswer uncertain = GatewayAnswer.uncertain("no answer");
        assertThat(carried(new FakeGateway("a", notServed), new FakeGateway("b", notServed)))
                .isEqualTo(DeliveryOutcome.REFUSED);
        assertThat(carried(new FakeGateway("a", notNow), new FakeGateway("b", notServed)))
                .isEqualTo(DeliveryOutcome.FAILED);
        assertThat(carried(new FakeGateway("a", uncertain), new FakeGateway("b", notNow)))
                .isEqualTo(DeliveryOutcome.UNCERTAIN);
        assertThat(carried(new FakeGateway("a", notNow), new FakeGateway("b", uncertain)))
                .isEqualTo(DeliveryOutcome.UNCERTAIN);
        assertThat(carried()).isEqualTo(DeliveryOutcome.REFUSED);
    }

    @Test
    void noGatewayIsAskedAfterTheExpiry() {
        FakeGateway slow = new FakeGateway("slow", GatewayAnswer.notNow("HTTP 500"))
                .meanwhile(() -> clock.advance(Duration.ofSeconds(60)));
        FakeGateway next = new FakeGateway("next");
        assertThat(carried(slow, next)).isEqualTo(DeliveryOutcome.FAILED);
        assertThat(next.sent()).isEmpty();
    }

    @Test
    void whatIsNoNumberLeavesTheServerNever() {
        FakeGateway gateway = new FakeGateway("gateway");
        assertThat(chain(gateway)
                        .carry(OutgoingMessage.sms(
                                "realm", "+49151\r\nX: 1", "text", Priority.CODE, Messages.NOW.plusSeconds(60))))
                .isEqualTo(DeliveryOutcome.REFUSED);
        assertThat(gateway.sent()).isEmpty();
    }
}
