package dev.gatehouse.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class H2QueueTest extends JpaQueueContract {
    H2QueueTest() {
        super(TestDatabase.h2(MessageTable.CHANGELOG, MessageEntity.class));
    }

    /** H2 cuts to the limit before it skips locked rows. It serves one node, whose dispatcher claims one by one. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void besideAnUnfinishedClaimNothingIsGivenButNobodyWaits() {
        assertThat(claimedBesideAnUnfinishedClaim()).isEmpty();
    }
}
