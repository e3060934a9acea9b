package dev.gatehouse.events.kafka;

import static dev.gatehouse.events.testing.KafkaBroker.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.EventMeters;
import dev.gatehouse.events.OutboxQueue;
import dev.gatehouse.events.OutboxRelay;
import dev.gatehouse.events.RelayLimits;
import dev.gatehouse.events.RunningRelay;
import dev.gatehouse.events.Samples;
import dev.gatehouse.events.jpa.EventsDatabase;
import dev.gatehouse.events.testing.KafkaBroker;
import dev.gatehouse.foundation.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The outbox on PostgreSQL, the relay, and a real broker that comes and goes. */
class RelayToKafkaTest {
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static KafkaBroker broker;

    private final TestDatabase database = EventsDatabase.postgresql();
    private final OutboxQueue queue = EventsDatabase.queue(database);
    private final EventMeters meters = new EventMeters(new SimpleMeterRegistry(), Clock.systemUTC());
    private final String topic = "events-" + UUID.randomUUID();
    private final List<RunningRelay> relays = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void close() {
        relays.forEach(RunningRelay::close);
        database.close();
    }

    private RunningRelay startRelay() {
        KafkaEventPublisher publisher =
                KafkaEventPublisher.connect(new KafkaSettings(broker.bootstrapServers(), topic, Map.of()));
        RunningRelay relay = RunningRelay.start(
                new OutboxRelay(queue, publisher, new RelayLimits(50, Duration.ofDays(7)), meters, Clock.systemUTC()),
                publisher,
                meters);
        relays.add(relay);
        return relay;
    }

    /** Events of several keys, written one by one; the subject is the place within the key. */
    private List<EventEnvelope> write(int from, int to) {
        List<EventEnvelope> events = new ArrayList<>();
        for (int number = from; number < to; number++) {
            for (String key : List.of("anna", "ben", "cleo")) {
                EventEnvelope event = Samples.event(key, String.valueOf(number), "{}", Instant.now());
                EventsDatabase.append(database, event);
                events.add(event);
            }
        }
        return events;
    }

    private List<ConsumerRecord<String, String>> readAll(List<EventEnvelope> expected) {
        return broker.read(topic, ENOUGH, records -> ids(records).size() >= expected.size());
    }

    private static Set<String> ids(List<ConsumerRecord<String, String>> records) {
        Set<String> ids = new HashSet<>();
        records.forEach(record -> ids.add(header(record, "ce_id")));
        return ids;
    }

    private static void assertAllInOrder(
            List<ConsumerRecord<String, String>> records, List<EventEnvelope> expected, boolean withoutDuplicates) {
        Map<String, List<String>> arrived = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, String> record : records) {
            boolean first = seen.add(header(record, "ce_id"));
            assertThat(first || !withoutDuplicates).as("told once").isTrue();
            if (first) {
                arrived.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(header(record, "ce_id"));
            }
        }
        Map<String, List<String>> written = new LinkedHashMap<>();
        expected.forEach(event -> written.computeIfAbsent(event.partitionKey(), key -> new ArrayList<>())
                .add(event.id().toString()));
        assertThat(arrived).isEqualTo(written);
    }

    @Test
    void anEventIsACloudEventInBinaryMode() {
        EventEnvelope event = Samples.event("anna", "anna", "{\"realm\":\"demo\"}", Samples.NOON.plusMillis(7));
        EventsDatabase.append(database, event);
        startRelay();

        ConsumerRecord<String, String> record = readAll(List.of(event)).get(0);
        assertThat(record.key()).isEqualTo("anna");
        assertThat(record.value()).isEqualTo("{\"realm\":\"demo\"}");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo(event.id().toString());
        assertThat(header(record, "ce_source")).isEqualTo("/realms/demo");
        assertThat(header(record, "ce_type")).isEqualTo("dev.gatehouse.user.login.v1");
        assertThat(header(record, "ce_time")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(header(record, "ce_recordedtime")).isEqualTo("2026-03-01T12:00:00.007Z");
        assertThat(header(record, "ce_subject")).isEqualTo("anna");
        assertThat(header(record, "ce_partitionkey")).isEqualTo("anna");
        assertThat(header(record, "ce_sequence")).matches("[0-9]{19}");
        assertThat(header(record, "ce_traceparent")).isNull();
        await().atMost(ENOUGH).until(() -> queue.oldest().isEmpty());
    }

    @Test
    void whileTheBrokerIsAwayEventsWaitAndThenAllArriveInOrder() {
        List<EventEnvelope> events = new ArrayList<>(write(0, 20));
        startRelay();
        readAll(events);
        broker.stop();
        events.addAll(write(20, 60));
        await().atMost(ENOUGH).until(() -> meters.flow() == EventMeters.Flow.STALLED);
        assertThat(queue.oldest()).isPresent();

        broker.restart();
        assertAllInOrder(readAll(events), events, false);
        await().atMost(ENOUGH).until(() -> queue.oldest().isEmpty());
    }

    @Test
    void twoRelaysTellEachEventOnceAndInOrder() {
        startRelay();
        startRelay();

        List<EventEnvelope> events = write(0, 150);
        relays.forEach(RunningRelay::wake);

        List<ConsumerRecord<String, String>> records = readAll(events);
        await().atMost(ENOUGH).until(() -> queue.oldest().isEmpty());
        assertAllInOrder(records, events, true);
    }

    @Test
    void whatTheBrokerRefusesIsPutAsideAndTheRestArrives() {
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "2000"));
        EventEnvelope large = Samples.event("anna", "large", "\"" + "x".repeat(10_000) + "\"", Samples.NOON);
        EventEnvelope small = Samples.event("anna", "small");
        EventsDatabase.append(database, large, small);
        startRelay();

        assertThat(readAll(List.of(small)))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "ce_subject")).isEqualTo("small"));
        await().atMost(ENOUGH).until(() -> queue.oldest().isEmpty());
    }
}
