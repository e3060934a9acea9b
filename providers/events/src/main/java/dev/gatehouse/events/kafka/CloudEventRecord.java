package dev.gatehouse.events.kafka;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event as a Kafka record in binary mode: attributes as headers, the data alone as value.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
final class CloudEventRecord {
    private CloudEventRecord() {}

    static ProducerRecord<String, byte[]> of(String topic, OutboxEntry entry) {
        EventEnvelope event = entry.event();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                topic,
                null,
                event.time().toEpochMilli(),
                event.partitionKey(),
                event.data().getBytes(StandardCharsets.UTF_8));
        Headers headers = message.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_source", event.source().toString());
        put(headers, "ce_type", event.type());
        put(headers, "ce_time", event.time().toString());
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_partitionkey", event.partitionKey());
        // The sequence extension compares texts: leading zeros make them compare as numbers do.
        put(headers, "ce_sequence", String.format(Locale.ROOT, "%019d", entry.sequence()));
        put(headers, "ce_recordedtime", event.recordedTime().toString());
        put(headers, "ce_traceparent", event.traceparent());
        put(headers, "content-type", "application/json");
        return message;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
