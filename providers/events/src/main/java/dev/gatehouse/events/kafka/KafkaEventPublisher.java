package dev.gatehouse.events.kafka;

import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.OutboxEntry;
import dev.gatehouse.events.Publication;
import dev.gatehouse.foundation.InvalidSetting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events to one topic of Kafka, keyed by their partition key. An event counts as delivered once all replicas in
 * sync have it. A broker that is not there costs at most {@link #LONGEST_WAIT}, and never stops the start.
 */
public final class KafkaEventPublisher implements EventPublisher {
    /** For a topic's whereabouts, and then again for the acknowledgement. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Held, so that the level set on it stays. */
    private static final Logger KAFKA_LOGGER = Logger.getLogger("org.apache.kafka");

    private final Producer<String, byte[]> producer;
    private final String topic;

    private KafkaEventPublisher(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** @throws InvalidSetting where Kafka's client cannot work with the settings, a key store that is not there say */
    public static KafkaEventPublisher connect(KafkaSettings settings) {
        quieten();
        try {
            // Serializers as objects: their names would be looked up by a class loader that does not know us.
            return new KafkaEventPublisher(
                    new KafkaProducer<>(properties(settings), new StringSerializer(), new ByteArraySerializer()),
                    settings.topic());
        } catch (ConfigException refused) {
            throw new InvalidSetting(KafkaSettings.PRODUCER + "*", deepest(refused));
        } catch (KafkaException refused) {
            throw new InvalidSetting(KafkaSettings.PRODUCER + "*", deepest(refused));
        }
    }

    @Override
    public CompletableFuture<Publication> publish(OutboxEntry entry) {
        CompletableFuture<Publication> landing = new CompletableFuture<>();
        try {
            var unused = producer.send(
                    CloudEventRecord.of(topic, entry),
                    (metadata, failure) ->
                            landing.complete(failure == null ? Publication.delivered() : judge(failure)));
        } catch (InterruptException interrupted) {
            Thread.currentThread().interrupt();
            landing.complete(Publication.unavailable("interrupted"));
        } catch (KafkaException | IllegalStateException failure) {
            landing.complete(judge(failure));
        }
        return landing;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    static Publication judge(Exception failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return failure instanceof RecordTooLargeException
                        || failure instanceof RecordBatchTooLargeException
                        || failure instanceof InvalidTimestampException
                ? Publication.refused(reason)
                : Publication.unavailable(reason);
    }

    static Map<String, Object> properties(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "gatehouse-events");
        // One event of a key is on its way at a time: there is nothing to wait for that could join it.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, String.valueOf(LONGEST_WAIT.toMillis()));
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(8 * 1024 * 1024));
        // A broker's name that nobody knows yet is a broker that is away, not a wrong setting: look it up later.
        properties.put(
                ProducerConfig.BOOTSTRAP_RESOLVE_TIMEOUT_MS_CONFIG,
                String.valueOf(Duration.ofDays(3650).toMillis()));
        properties.putAll(settings.producer());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return properties;
    }

    /** What Kafka's client says of a broker that is away, it says many times a second; the relay says it once. */
    private static void quieten() {
        if (KAFKA_LOGGER.getLevel() == null) {
            KAFKA_LOGGER.setLevel(Level.SEVERE);
        }
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
