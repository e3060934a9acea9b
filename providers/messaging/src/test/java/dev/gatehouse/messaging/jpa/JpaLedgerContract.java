package dev.gatehouse.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.LedgerContract;
import dev.gatehouse.messaging.quota.Quota;
import dev.gatehouse.messaging.quota.QuotaLedger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract on a database, and what only a table can promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JpaLedgerContract extends LedgerContract {
    private final TestDatabase database;

    JpaLedgerContract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        clock.reset();
        database.run(entityManager ->
                entityManager.createQuery("delete from QuotaEntity").executeUpdate());
    }

    @Override
    protected QuotaLedger ledger() {
        return new JpaQuotaLedger(database::inTransaction, clock);
    }

    @Override
    protected int accounts() {
        Long count = database.inTransaction(entityManager -> entityManager
                .createQuery("select count(q) from QuotaEntity q", Long.class)
                .getSingleResult());
        return count.intValue();
    }

    @Test
    void theTableShowsNoNumber() {
        ledger().charge(List.of(Charge.of(new Quota(1, Duration.ofDays(1)), "sms", "+4915112345678")));
        String id = database.inTransaction(entityManager -> entityManager
                .createQuery("select q.id from QuotaEntity q", String.class)
                .getSingleResult());
        assertThat(id).hasSize(64).doesNotContain("15112345678");
    }

    @Test
    void oneSweepDeletesABoundedNumber() {
        Quota quota = new Quota(1, Duration.ofMinutes(1));
        for (int number = 0; number <= JpaQuotaLedger.SWEPT_AT_ONCE; number++) {
            ledger().charge(List.of(Charge.of(quota, "number " + number)));
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(ledger().sweep()).isTrue();
        assertThat(ledger().sweep()).isFalse();
        assertThat(accounts()).isZero();
    }
}
