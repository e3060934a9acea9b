package dev.gatehouse.messaging.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GuardedGateway;
import dev.gatehouse.messaging.sms.SmsScope;
import dev.gatehouse.messaging.sms.Text;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredSmsJournalTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MeteredSmsJournal journal = new MeteredSmsJournal(meters);

    private record Standing(String name, State state) implements GuardedGateway {
        @Override
        public Optional<GatewayAnswer> send(Text text) {
            return Optional.empty();
        }
    }

    @Test
    void attemptsAreCountedAndTimedByGatewayAndOutcome() {
        journal.attempted("twilio", GatewayAnswer.accepted(), Duration.ofMillis(200));
        journal.attempted("twilio", GatewayAnswer.uncertain("no answer"), Duration.ofSeconds(10));
        var accepted = meters.get("gatehouse.sms.attempts")
                .tags("gateway", "twilio", "outcome", "accepted")
                .timer();
        assertThat(accepted.count()).isEqualTo(1);
        assertThat(accepted.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(200);
        assertThat(meters.get("gatehouse.sms.attempts")
                        .tags("gateway", "twilio", "outcome", "uncertain")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatWasHeldBackIsCountedByScope() {
        journal.limited(SmsScope.REALM);
        assertThat(meters.get("gatehouse.sms.limited")
                        .tag("scope", "realm")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void openBreakersAreShown() {
        journal.watch(List.of(
                new Standing("down", GuardedGateway.State.OPEN),
                new Standing("trying", GuardedGateway.State.HALF_OPEN),
                new Standing("well", GuardedGateway.State.CLOSED)));
        assertThat(open("down")).isEqualTo(1);
        assertThat(open("trying")).isZero();
        assertThat(open("well")).isZero();
    }

    private double open(String gateway) {
        return meters.get("gatehouse.sms.gateway.open")
                .tag("gateway", gateway)
                .gauge()
                .value();
    }
}
