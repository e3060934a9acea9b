package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.EventMeters;
import dev.gatehouse.events.EventMeters.Flow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the events are doing. Always up: a node whose events wait serves as well as any other, and taking it out for
 * want of Kafka would make a small trouble a great one.
 */
@Readiness
@ApplicationScoped
public class EventsHealth implements HealthCheck {
    private static volatile @Nullable EventMeters meters;
    private static volatile boolean kafka;

    static void show(EventMeters shown, boolean withKafka) {
        meters = shown;
        kafka = withKafka;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("Gatehouse events").up();
        EventMeters shown = meters;
        if (shown == null) {
            return response.withData("events", "off").build();
        }
        if (!kafka) {
            return response.withData("kafka", "not configured").build();
        }
        return response.withData("kafka", shown.flow().name().toLowerCase(Locale.ROOT))
                .withData("outbox-lag-seconds", shown.lag().toSeconds())
                .withData("degraded", shown.flow() == Flow.STALLED)
                .build();
    }
}
