package dev.gatehouse.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostgresqlQueueTest extends JpaQueueContract {
    PostgresqlQueueTest() {
        super(TestDatabase.postgresql(MessageTable.CHANGELOG, MessageEntity.class));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void besideAnUnfinishedClaimTheNextMessageIsGiven() {
        assertThat(claimedBesideAnUnfinishedClaim())
                .hasValueSatisfying(next -> assertThat(next.message().subject()).isEqualTo("two"));
    }
}
