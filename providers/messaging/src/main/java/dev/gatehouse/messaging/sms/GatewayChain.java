package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.Carrier;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.phone.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries text messages: the first gateway that takes a message has it.
 *
 * <p>Where a gateway's answer is uncertain, the next one is asked at once. A code that arrives twice is harmless, one that
 * does not arrive keeps somebody out. No gateway is asked after the message's expiry.
 */
public final class GatewayChain implements Carrier {
    private final List<GuardedGateway> gateways;
    private final SmsJournal journal;
    private final Clock clock;

    /**
     * @param gateways in the order in which they are asked
     */
    public GatewayChain(List<GuardedGateway> gateways, SmsJournal journal, Clock clock) {
        this.gateways = List.copyOf(gateways);
        this.journal = journal;
        this.clock = clock;
    }

    public List<GuardedGateway> gateways() {
        return gateways;
    }

    /** Whether any gateway would be asked now. */
    boolean isAvailable() {
        return gateways.stream().anyMatch(gateway -> gateway.state() != GuardedGateway.State.OPEN);
    }

    @Override
    public DeliveryOutcome carry(OutgoingMessage message) {
        if (!PhoneNumber.isE164(message.destination())) {
            return DeliveryOutcome.REFUSED;
        }
        DeliveryOutcome worst = DeliveryOutcome.REFUSED;
        for (GuardedGateway gateway : gateways) {
            Instant begun = clock.instant();
            if (message.isExpiredAt(begun)) {
                return worst == DeliveryOutcome.REFUSED ? DeliveryOutcome.FAILED : worst;
            }
            Optional<GatewayAnswer> answer = gateway.send(text(message, begun));
            answer.ifPresent(
                    given -> journal.attempted(gateway.name(), given, Duration.between(begun, clock.instant())));
            GatewayAnswer.Outcome outcome = answer.map(GatewayAnswer::outcome).orElse(GatewayAnswer.Outcome.NOT_NOW);
            switch (outcome) {
                case ACCEPTED -> {
                    return DeliveryOutcome.ACCEPTED;
                }
                case REFUSED -> {
                    return DeliveryOutcome.REFUSED;
                }
                case UNCERTAIN -> worst = DeliveryOutcome.UNCERTAIN;
                case NOT_NOW ->
                    worst = worst == DeliveryOutcome.UNCERTAIN ? DeliveryOutcome.UNCERTAIN : DeliveryOutcome.FAILED;
                case NOT_SERVED -> {}
            }
        }
        return worst;
    }

    private static Text text(OutgoingMessage message, Instant now) {
        return new Text(
                new PhoneNumber(message.destination()),
                Objects.requireNonNull(message.text()),
                Duration.between(now, message.expiresAt()));
    }
}
