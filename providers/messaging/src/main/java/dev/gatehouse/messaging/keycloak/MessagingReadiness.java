package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.Backlog;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Dispatcher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.KeycloakApplication;

/**
 * Says how messaging is, and never that the node is not ready: messages wait while a mail server is down, and another
 * node would not reach it either.
 */
@Readiness
@ApplicationScoped
public class MessagingReadiness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Gatehouse messaging").up();
        dispatcher().ifPresent(dispatcher -> {
            Backlog backlog = dispatcher.backlog();
            answer.withData("waiting", backlog.size())
                    .withData("oldest_seconds", backlog.oldestAge().toSeconds());
            for (Channel channel : Channel.values()) {
                answer.withData(channel.name().toLowerCase(Locale.ROOT), state(dispatcher, channel));
            }
        });
        return answer.build();
    }

    private static Optional<Dispatcher> dispatcher() {
        KeycloakSessionFactory sessions = KeycloakApplication.getSessionFactory();
        return sessions == null ? Optional.empty() : Messaging.of(sessions).map(Messaging::dispatcher);
    }

    private static String state(Dispatcher dispatcher, Channel channel) {
        DeliveryOutcome last = dispatcher.lastOutcomes().get(channel);
        return last == null ? "not tried" : last.name().toLowerCase(Locale.ROOT);
    }
}
