package dev.gatehouse.events.jpa;

import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.events.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of activity. Never changed, but that a person is forgotten. */
@Entity
@Table(name = "GATEHOUSE_ACTIVITY")
public class ActivityEntity {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId;

    @Column(name = "USER_ID")
    private @Nullable String userId;

    @Column(name = "ORGANIZATION_ID", updatable = false)
    private @Nullable String organizationId;

    @Column(name = "OCCURRED_AT", nullable = false, updatable = false)
    private long occurredAt;

    @Column(name = "TYPE", nullable = false, updatable = false)
    private String type;

    @Enumerated(EnumType.STRING)
    @Column(name = "OUTCOME", nullable = false, updatable = false)
    private Outcome outcome;

    @Column(name = "IP_ADDRESS")
    private @Nullable String ipAddress;

    @Column(name = "CLIENT_ID", updatable = false)
    private @Nullable String clientId;

    @Column(name = "DETAILS", nullable = false, updatable = false, length = Integer.MAX_VALUE)
    private String details;

    @SuppressWarnings("NullAway.Init") // JPA fills it
    protected ActivityEntity() {}

    ActivityEntity(ActivityEntry entry) {
        id = entry.id();
        realmId = entry.realmId();
        userId = entry.userId();
        organizationId = entry.organizationId();
        occurredAt = entry.time().toEpochMilli();
        type = entry.type();
        outcome = entry.outcome();
        ipAddress = entry.ipAddress();
        clientId = entry.clientId();
        details = DetailsJson.write(entry.details());
    }

    ActivityEntry entry() {
        return new ActivityEntry(
                id,
                realmId,
                userId,
                organizationId,
                Instant.ofEpochMilli(occurredAt),
                type,
                outcome,
                ipAddress,
                clientId,
                DetailsJson.read(details));
    }
}
