package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.Backlog;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Dispatcher;
import dev.gatehouse.messaging.sms.GuardedGateway;
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
 * Says how messaging is, and never that the node is not ready: messages wait while a mail server or an SMS gateway is
 * down, and another node would not reach it either.
 */
@Readiness
@ApplicationScoped
public class MessagingReadiness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Gatehouse messaging").up();
        messaging().ifPresent(messaging -> {
            Dispatcher dispatcher = messaging.dispatcher();
            Backlog backlog = dispatcher.backlog();
            answer.withData("waiting", backlog.size())
                    .withData("oldest_seconds", backlog.oldestAge().toSeconds());
            for (Channel channel : Channel.values()) {
                answer.withData(channel.name().toLowerCase(Locale.ROOT), state(dispatcher, channel));
            }
            for (GuardedGateway gateway : messaging.texts().chain().gateways()) {
                answer.withData("sms_" + gateway.name(), state(gateway));
            }
        });
        return answer.build();
    }

    private static Optional<Messaging> messaging() {
        KeycloakSessionFactory sessions = KeycloakApplication.getSessionFactory();
        return sessions == null ? Optional.empty() : Messaging.of(sessions);
    }

    /** What its circuit breaker lets through. */
    private static String state(GuardedGateway gateway) {
        return gateway.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String state(Dispatcher dispatcher, Channel channel) {
        DeliveryOutcome last = dispatcher.lastOutcomes().get(channel);
        return last == null ? "not tried" : last.name().toLowerCase(Locale.ROOT);
    }
}
