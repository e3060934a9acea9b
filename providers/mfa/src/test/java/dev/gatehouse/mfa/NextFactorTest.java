package dev.gatehouse.mfa;

import static dev.gatehouse.mfa.FactorType.BACKUP_CODES;
import static dev.gatehouse.mfa.FactorType.EMAIL;
import static dev.gatehouse.mfa.FactorType.PASSKEY;
import static dev.gatehouse.mfa.FactorType.SMS;
import static dev.gatehouse.mfa.FactorType.TOTP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.NextFactor.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextFactorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Set<FactorType> ALL = EnumSet.allOf(FactorType.class);

    @Test
    void nothingIsDueWhereNothingIsRequired() {
        assertThat(next(FactorRequirement.NONE, ShownFactors.NONE).step()).isEqualTo(Step.NOTHING);
    }

    @Test
    void aKindThatCountsIsShownIfItIsSetUp() {
        assertThat(next(required(TOTP, PASSKEY), ShownFactors.NONE, EMAIL, TOTP))
                .isEqualTo(new NextFactor(Step.SHOW, Set.of(TOTP)));
    }

    @Test
    void whatCountsAndWasShownIsEnough() {
        assertThat(next(required(TOTP), shown(TOTP, NOW), TOTP).isNothing()).isTrue();
    }

    @Test
    void aKindThatDoesNotCountIsNotEnough() {
        assertThat(next(required(TOTP), shown(EMAIL, NOW), EMAIL, TOTP).step()).isEqualTo(Step.SHOW);
    }

    @Test
    void whoHasNoneSetsOneUp() {
        assertThat(next(required(EMAIL, TOTP, BACKUP_CODES, SMS), ShownFactors.NONE))
                .isEqualTo(new NextFactor(Step.ENROL, Set.of(EMAIL, SMS, TOTP)));
    }

    @Test
    void whoHasOneThatDoesNotCountShowsItBeforeSettingUpAnother() {
        assertThat(next(required(TOTP), ShownFactors.NONE, EMAIL)).isEqualTo(new NextFactor(Step.SHOW, Set.of(EMAIL)));
        assertThat(next(required(TOTP), shown(EMAIL, NOW), EMAIL)).isEqualTo(new NextFactor(Step.ENROL, Set.of(TOTP)));
    }

    @Test
    void whatCannotBeSetUpHereStaysShut() {
        assertThat(next(required(BACKUP_CODES), ShownFactors.NONE).step()).isEqualTo(Step.IMPOSSIBLE);
        assertThat(next(required(), ShownFactors.NONE).step()).isEqualTo(Step.IMPOSSIBLE);
        assertThat(next(required(), shown(PASSKEY, NOW), PASSKEY).step()).isEqualTo(Step.IMPOSSIBLE);
    }

    @Test
    void aFactorShownTooLongAgoIsShownAgain() {
        FactorRequirement fresh = new FactorRequirement(true, ALL, Duration.ofMinutes(10));

        assertThat(next(fresh, shown(TOTP, NOW.minusSeconds(600)), TOTP).isNothing())
                .isTrue();
        assertThat(next(fresh, shown(TOTP, NOW.minusSeconds(601)), TOTP).step()).isEqualTo(Step.SHOW);
    }

    @Test
    void theLaterTimeOfAKindCounts() {
        ShownFactors early = shown(TOTP, NOW.minusSeconds(100));

        assertThat(early.plus(TOTP, NOW).plus(early).times()).containsEntry(TOTP, NOW);
    }

    @Test
    void whatWasWrittenIsReadAndWhatIsUnreadableWasNotShown() {
        ShownFactors shown = shown(EMAIL, NOW).plus(PASSKEY, NOW.minusSeconds(5));

        assertThat(ShownFactors.parse(shown.text())).isEqualTo(shown);
        assertThat(ShownFactors.parse("TOTP,=,x=1,SMS=later,TOTP=99999999999999999999,EMAIL=1"))
                .isEqualTo(shown(EMAIL, Instant.ofEpochSecond(1)));
        assertThat(ShownFactors.parse(null)).isEqualTo(ShownFactors.NONE);
        assertThat(ShownFactors.parse("")).isEqualTo(ShownFactors.NONE);
    }

    private static NextFactor next(FactorRequirement requirement, ShownFactors shown, FactorType... configured) {
        return NextFactor.decide(requirement, shown, Set.of(configured), FactorType.ENROLLABLE, NOW);
    }

    private static FactorRequirement required(FactorType... types) {
        return new FactorRequirement(true, Set.of(types), null);
    }

    private static ShownFactors shown(FactorType type, Instant at) {
        return ShownFactors.NONE.plus(type, at);
    }
}
