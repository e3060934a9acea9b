package dev.gatehouse.messaging.micrometer;

import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GatewayAnswer.Outcome;
import dev.gatehouse.messaging.sms.GuardedGateway;
import dev.gatehouse.messaging.sms.SmsJournal;
import dev.gatehouse.messaging.sms.SmsScope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Counts what gateways do, and writes down what they do not. A log line names a gateway and its status, nothing more. */
public final class MeteredSmsJournal implements SmsJournal {
    private static final Logger LOG = Logger.getLogger("dev.gatehouse.messaging.sms");

    private final MeterRegistry meters;

    public MeteredSmsJournal(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shows the gateways' circuit breakers as gauges. */
    public void watch(List<GuardedGateway> gateways) {
        for (GuardedGateway gateway : gateways) {
            Gauge.builder("gatehouse.sms.gateway.open", gateway, MeteredSmsJournal::isOpen)
                    .description("1 while the circuit breaker holds messages back")
                    .tag("gateway", gateway.name())
                    .register(meters);
        }
    }

    private static double isOpen(GuardedGateway gateway) {
        return gateway.state() == GuardedGateway.State.OPEN ? 1 : 0;
    }

    @Override
    public void attempted(String gateway, GatewayAnswer answer, Duration took) {
        meters.timer("gatehouse.sms.attempts", "gateway", gateway, "outcome", label(answer.outcome()))
                .record(took);
        if (answer.outcome() != Outcome.ACCEPTED) {
            LOG.warnf(
                    "SMS gateway %s did not take a message: %s (%s)",
                    gateway, label(answer.outcome()), answer.reason());
        }
    }

    @Override
    public void limited(SmsScope scope) {
        meters.counter("gatehouse.sms.limited", "scope", scope.label()).increment();
        LOG.warnf("A text message was held back: the quota of its %s is used up", scope.label());
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
