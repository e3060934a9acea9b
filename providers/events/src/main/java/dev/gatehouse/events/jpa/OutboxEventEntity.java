package dev.gatehouse.events.jpa;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.OutboxEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits. Its id is given by the database as the row is written: numbers handed out in blocks would put the
 * events of two nodes in the wrong order.
 */
@Entity
@Table(name = "GATEHOUSE_OUTBOX_EVENT")
public class OutboxEventEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ID")
    private @Nullable Long id;

    @Column(name = "EVENT_ID", nullable = false, updatable = false)
    private String eventId;

    @Column(name = "SOURCE", nullable = false, updatable = false)
    private String source;

    @Column(name = "TYPE", nullable = false, updatable = false)
    private String type;

    @Column(name = "OCCURRED_AT", nullable = false, updatable = false)
    private long occurredAt;

    @Column(name = "SUBJECT", updatable = false)
    private @Nullable String subject;

    @Column(name = "PARTITION_KEY", nullable = false, updatable = false)
    private String partitionKey;

    @Column(name = "RECORDED_AT", nullable = false, updatable = false)
    private long recordedAt;

    @Column(name = "TRACEPARENT", updatable = false)
    private @Nullable String traceparent;

    @Column(name = "DATA", nullable = false, updatable = false, length = Integer.MAX_VALUE)
    private String data;

    @SuppressWarnings("NullAway.Init") // JPA fills it
    protected OutboxEventEntity() {}

    OutboxEventEntity(EventEnvelope event) {
        eventId = event.id().toString();
        source = event.source().toString();
        type = event.type();
        occurredAt = event.time().toEpochMilli();
        subject = event.subject();
        partitionKey = event.partitionKey();
        recordedAt = event.recordedTime().toEpochMilli();
        traceparent = event.traceparent();
        data = event.data();
    }

    OutboxEntry entry() {
        if (id == null) {
            throw new IllegalStateException("An event that was not written does not wait");
        }
        return new OutboxEntry(
                id,
                new EventEnvelope(
                        UUID.fromString(eventId),
                        URI.create(source),
                        type,
                        Instant.ofEpochMilli(occurredAt),
                        subject,
                        partitionKey,
                        Instant.ofEpochMilli(recordedAt),
                        traceparent,
                        data));
    }
}
