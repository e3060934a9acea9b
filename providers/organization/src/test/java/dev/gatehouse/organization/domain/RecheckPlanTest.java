package dev.gatehouse.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecheckPlanTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final RecheckPlan plan = new RecheckPlan(DAY, 3, Duration.ofDays(3));

    @Test
    void aRecordThatIsThereKeepsTheDomain() {
        RecheckPlan.Recheck recheck = plan.after(plan.proved(START), Finding.PROVED, START.plus(DAY));
        assertThat(recheck.lapsed()).isFalse();
        assertThat(recheck.state()).isEqualTo(new ProofState(START.plus(DAY).plus(DAY), null, 0));
    }

    @Test
    void aRecordThatIsMissingForGoodCostsTheDomainAfterTheGrace() {
        assertThat(lapses(Finding.NO_RECORD, Finding.OTHER_VALUE, Finding.NO_RECORD, Finding.NO_RECORD))
                .containsExactly(false, false, false, true);
    }

    @Test
    void aRecordThatComesBackStartsAnew() {
        assertThat(lapses(
                        Finding.NO_RECORD,
                        Finding.NO_RECORD,
                        Finding.NO_RECORD,
                        Finding.PROVED,
                        Finding.NO_RECORD,
                        Finding.NO_RECORD,
                        Finding.NO_RECORD))
                .doesNotContain(true);
    }

    @Test
    void anOutageOfAnyLengthCostsNothing() {
        Finding[] outage = new Finding[100];
        java.util.Arrays.fill(outage, Finding.UNANSWERED);
        assertThat(lapses(outage)).doesNotContain(true);
    }

    @Test
    void theGraceIsNotShortenedByManyChecks() {
        RecheckPlan frequent = new RecheckPlan(Duration.ofMinutes(1), 3, Duration.ofDays(3));
        ProofState state = frequent.proved(START);
        for (int minute = 1; minute < 1000; minute++) {
            RecheckPlan.Recheck recheck =
                    frequent.after(state, Finding.NO_RECORD, START.plus(Duration.ofMinutes(minute)));
            assertThat(recheck.lapsed()).isFalse();
            state = recheck.state();
        }
    }

    @Test
    void afterSilenceTheNextLookComesSooner() {
        assertThat(plan.after(plan.proved(START), Finding.UNANSWERED, START)
                        .state()
                        .nextCheckAt())
                .isEqualTo(START.plus(Duration.ofHours(6)));
    }

    private List<Boolean> lapses(Finding... findings) {
        List<Boolean> lapses = new ArrayList<>();
        ProofState state = plan.proved(START);
        Instant now = START;
        for (Finding finding : findings) {
            now = now.plus(DAY);
            RecheckPlan.Recheck recheck = plan.after(state, finding, now);
            lapses.add(recheck.lapsed());
            state = recheck.state();
        }
        return lapses;
    }
}
