package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.QueuedMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A message in the queue. Times are milliseconds since the epoch. */
@Entity
@Table(name = "GATEHOUSE_MESSAGE")
@NamedQuery(
        name = "gatehouseMessageDue",
        query = "select m from MessageEntity m where m.state = :waiting and m.priority = :priority and m.dueAt <= :now"
                + " and not (m.channel = :email and m.realmId in :busyForEmail)"
                + " and m.channel not in :busy"
                + " order by m.dueAt")
@NamedQuery(
        name = "gatehouseMessageRetry",
        query = "update MessageEntity m set m.dueAt = :dueAt"
                + " where m.id = :id and m.attempts = :attempt and m.state = :waiting")
@NamedQuery(
        name = "gatehouseMessageFinish",
        query = "update MessageEntity m set m.state = :state, m.dueAt = :dueAt,"
                + " m.subject = null, m.text = null, m.html = null"
                + " where m.id = :id and m.attempts = :attempt and m.state = :waiting")
@NamedQuery(
        name = "gatehouseMessageOver",
        query = "select m.id from MessageEntity m"
                + " where m.state in :finished and m.priority in :priorities and m.dueAt <= :now")
@NamedQuery(name = "gatehouseMessageDelete", query = "delete from MessageEntity m where m.id in :ids")
@NamedQuery(
        name = "gatehouseMessageOldest",
        query = "select min(m.queuedAt) from MessageEntity m where m.state = :waiting")
@NamedQuery(name = "gatehouseMessageWaiting", query = "select 1 from MessageEntity m where m.state = :waiting")
class MessageEntity {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", updatable = false)
    private String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL", updatable = false)
    private Channel channel;

    @Column(name = "DESTINATION", updatable = false)
    private String destination;

    @Nationalized
    @Column(name = "SUBJECT")
    private @Nullable String subject;

    @Nationalized
    @Column(name = "TEXT_BODY")
    private @Nullable String text;

    @Nationalized
    @Column(name = "HTML_BODY")
    private @Nullable String html;

    @Enumerated(EnumType.STRING)
    @Column(name = "PRIORITY", updatable = false)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private MessageState state;

    /** Attempts that were claimed. It is also the fence: who settles must hold the last claim. */
    @Column(name = "ATTEMPTS")
    private int attempts;

    @Column(name = "QUEUED_AT", updatable = false)
    private long queuedAt;

    /** When something is next to be done with the row: an attempt, the end of a lease, at last its deletion. */
    @Column(name = "DUE_AT")
    private long dueAt;

    @Column(name = "EXPIRES_AT", updatable = false)
    private long expiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected MessageEntity() {}

    MessageEntity(OutgoingMessage message, Instant now) {
        id = UUID.randomUUID().toString();
        realmId = message.realmId();
        channel = message.channel();
        destination = message.destination();
        subject = message.subject();
        text = message.text();
        html = message.html();
        priority = message.priority();
        state = MessageState.WAITING;
        attempts = 0;
        queuedAt = now.toEpochMilli();
        dueAt = queuedAt;
        expiresAt = message.expiresAt().toEpochMilli();
    }

    /** Takes the row for one attempt; it is due again when the lease ends. */
    QueuedMessage claim(Instant now, Duration lease) {
        attempts++;
        dueAt = now.plus(lease).toEpochMilli();
        return new QueuedMessage(
                id,
                attempts,
                Instant.ofEpochMilli(queuedAt),
                new OutgoingMessage(
                        channel,
                        realmId,
                        destination,
                        subject == null ? "" : subject,
                        text,
                        html,
                        priority,
                        Instant.ofEpochMilli(expiresAt)));
    }
}
