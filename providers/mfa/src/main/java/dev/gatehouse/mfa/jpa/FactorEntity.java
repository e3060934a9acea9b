package dev.gatehouse.mfa.jpa;

import dev.gatehouse.mfa.FactorLedger;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row that is locked while a factor's code is made or judged. */
@Entity
@Table(name = "GATEHOUSE_OTP_FACTOR")
public class FactorEntity {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // read by the database mapping
    private FactorId id;

    @Column(name = "FAILURES", nullable = false)
    private int failures;

    @Column(name = "LOCKED_UNTIL", nullable = false)
    private long lockedUntil;

    @Column(name = "SENDS", nullable = false)
    private int sends;

    @Column(name = "SENDS_SINCE", nullable = false)
    private long sendsSince;

    @Column(name = "LAST_USED_AT", nullable = false)
    private long lastUsedAt;

    /** For the database mapping only. */
    @SuppressWarnings("NullAway.Init")
    protected FactorEntity() {}

    FactorEntity(FactorId id) {
        this.id = id;
    }

    FactorLedger ledger() {
        return new FactorLedger(
                failures,
                Instant.ofEpochMilli(lockedUntil),
                sends,
                Instant.ofEpochMilli(sendsSince),
                Instant.ofEpochMilli(lastUsedAt));
    }

    void record(FactorLedger ledger) {
        failures = ledger.failures();
        lockedUntil = ledger.lockedUntil().toEpochMilli();
        sends = ledger.sends();
        sendsSince = ledger.sendsSince().toEpochMilli();
        lastUsedAt = ledger.lastUsedAt().toEpochMilli();
    }
}
