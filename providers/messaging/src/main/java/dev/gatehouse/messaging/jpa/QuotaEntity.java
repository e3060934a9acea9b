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
// PostgreSQL does nothing where the row is there, or is just being made; H2 may answer with a failure.
@NamedQuery(
        name = "gatehouseQuotaOpen",
        query = "insert into QuotaEntity (id, used, endsAt) values (:id, 0, 0L) on conflict (id) do nothing")
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

    Account account() {
        return new Account(used, Instant.ofEpochMilli(endsAt));
    }

    void set(Account account) {
        used = account.used();
        endsAt = account.endsAt().toEpochMilli();
    }
}
