package dev.gatehouse.events.jpa;

import dev.gatehouse.events.EventEnvelope;
import dev.gatehouse.events.OutboxEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An event that Kafka will never take, kept for a while with the reason, so that somebody can look at it. */
@Entity
@Table(name = "GATEHOUSE_OUTBOX_DEAD_LETTER")
public class DeadLetterEntity {
    @Id
    @Column(name = "ID")
    private long id;

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

    @Column(name = "REFUSED_AT", nullable = false, updatable = false)
    private long refusedAt;

    @Column(name = "REASON", nullable = false, updatable = false)
    private String reason;

    @SuppressWarnings("NullAway.Init") // JPA fills it
    protected DeadLetterEntity() {}

    DeadLetterEntity(OutboxEntry entry, String reason, long refusedAt) {
        EventEnvelope event = entry.event();
        id = entry.sequence();
        eventId = event.id().toString();
        source = event.source().toString();
        type = event.type();
        occurredAt = event.time().toEpochMilli();
        subject = event.subject();
        partitionKey = event.partitionKey();
        recordedAt = event.recordedTime().toEpochMilli();
        traceparent = event.traceparent();
        data = event.data();
        this.refusedAt = refusedAt;
        this.reason = reason;
    }

    @Override
    public String toString() {
        return type + " " + eventId + ": " + reason;
    }
}
