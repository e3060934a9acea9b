package dev.gatehouse.account.jpa;

import dev.gatehouse.account.erasure.Erasure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Somebody who is to be forgotten. Times are milliseconds since 1970. */
@Entity
@Table(name = "GATEHOUSE_ERASURE")
@IdClass(UserKey.class)
public class ErasureRow {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "USER_ID")
    private String userId;

    @Column(name = "REQUESTED_AT", updatable = false)
    private long requestedAt;

    /** When somebody may take it: at first at once, then when the lease of who took it is over. */
    @Column(name = "DUE_AT")
    private long dueAt;

    @SuppressWarnings("NullAway.Init") // JPA fills it
    protected ErasureRow() {}

    Erasure leaseUntil(long time) {
        dueAt = time;
        return new Erasure(realmId, userId);
    }
}
