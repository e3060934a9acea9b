package dev.gatehouse.messaging.jpa;

import dev.gatehouse.messaging.quota.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account of the quotas. */
@Entity
@Table(name = "GATEHOUSE_MESSAGE_QUOTA")
@NamedQuery(name = "gatehouseQuotaOver", query = "select q.id from QuotaEntity q where q.endsAt <= :now")
// The time is asked for again: an account may have begun anew since it was found.
@NamedQuery(name = "gatehouseQuotaDelete", query = "delete from QuotaEntity q where q.id in :ids and q.endsAt <= :now")
class QuotaEntity {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "USED")
    private int used;

    /** Milliseconds since the epoch. */
    @Column(name = "ENDS_AT")
    private long endsAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected QuotaEntity() {}

    QuotaEntity(String id, Account account) {
        this.id = id;
        used = account.used();
        endsAt = account.endsAt().toEpochMilli();
    }

    Account account() {
        return new Account(used, Instant.ofEpochMilli(endsAt));
    }

    void set(Account account) {
        used = account.used();
        endsAt = account.endsAt().toEpochMilli();
    }
}
