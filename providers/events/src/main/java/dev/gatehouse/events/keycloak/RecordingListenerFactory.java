package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.EventMeters;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventRecorder;
import dev.gatehouse.events.EventsSettings;
import dev.gatehouse.events.OutboxRelay;
import dev.gatehouse.events.RunningRelay;
import dev.gatehouse.events.kafka.KafkaEventPublisher;
import dev.gatehouse.events.kafka.KafkaSettings;
import dev.gatehouse.events.keycloak.jpa.EventTables;
import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Keycloak's door to the events. Listens in every realm by itself, without being named in a realm's configuration, and
 * does nothing in a realm that has not turned Gatehouse on. Starts the relay and the purge when the database is ready.
 */
public final class RecordingListenerFactory implements EventListenerProviderFactory {
    private static final String ID = "gatehouse-events";

    private final Clock clock = Clock.systemUTC();
    private @Nullable EventRecorder recorder;
    private @Nullable EventMeters meters;
    private @Nullable EventPublisher publisher;
    private volatile @Nullable RunningRelay relay;
    private volatile @Nullable Worker purge;

    @Override
    public void init(Config.Scope config) {
        SettingsSource source = ServerSettings.source();
        if (!Feature.EVENTS.isEnabled(source)) {
            return;
        }
        EventsSettings settings = EventsSettings.from(source);
        KafkaSettings kafka = KafkaSettings.from(source).orElse(null);
        EventMeters shown = new EventMeters(Metrics.globalRegistry, clock);
        meters = shown;
        recorder = new EventRecorder(settings.tokenTraffic(), shown, clock, UUID::randomUUID);
        if (kafka != null) {
            publisher = KafkaEventPublisher.connect(kafka);
        }
        EventsHealth.show(shown, kafka != null);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (recorder != null) {
            factory.register(event -> {
                if (event instanceof PostMigrationEvent) {
                    start(factory, EventsSettings.from(ServerSettings.source()));
                }
            });
        }
    }

    private void start(KeycloakSessionFactory factory, EventsSettings settings) {
        var queue = EventTables.queue(factory, clock);
        if (publisher != null && meters != null) {
            relay = RunningRelay.start(
                    new OutboxRelay(queue, publisher, settings.relay(), meters, clock), publisher, meters);
        }
        purge = RetentionWork.start(factory, queue, settings.activityRetention(), clock);
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return recorder == null
                ? SilentListener.INSTANCE
                : new RecordingListener(session, recorder, publisher == null ? null : this::wakeRelay);
    }

    private void wakeRelay() {
        RunningRelay running = relay;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void close() {
        Worker purging = purge;
        if (purging != null) {
            purging.close();
        }
        RunningRelay running = relay;
        if (running != null) {
            running.close();
        } else if (publisher != null) {
            publisher.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
