package dev.gatehouse.account.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.refresh.Lineage.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void aTokenIsGoodOnce() {
        assertThat(Lineage.NEW.judge(0, NOW)).isEqualTo(Verdict.GOOD);

        Lineage used = Lineage.after(0, NOW);

        assertThat(used.judge(1, NOW)).isEqualTo(Verdict.GOOD);
        assertThat(used.judge(0, NOW.plusSeconds(11))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void aRetryWithinTenSecondsIsForgiven() {
        Lineage used = Lineage.after(4, NOW);

        assertThat(used.judge(4, NOW)).isEqualTo(Verdict.RETRY);
        assertThat(used.judge(4, NOW.plusSeconds(10))).isEqualTo(Verdict.RETRY);
        assertThat(used.judge(4, NOW.plusSeconds(11))).isEqualTo(Verdict.REUSED);
        assertThat(used.judge(3, NOW)).as("one that is older yet").isEqualTo(Verdict.REUSED);
    }

    @Test
    void whatWasWrittenIsRead() {
        Lineage used = Lineage.after(7, NOW);

        assertThat(Lineage.parse(used.text())).isEqualTo(used);
        assertThat(Lineage.parse(null)).isEqualTo(Lineage.NEW);
    }
}
