package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactorRemovalTest {

    private static final FactorRequirement ANY = new FactorRequirement(true, EnumSet.allOf(FactorType.class), null);
    private static final FactorRequirement APP_ONLY = new FactorRequirement(true, Set.of(FactorType.TOTP), null);

    @Test
    void whereNothingIsAskedForEverythingMayGo() {
        assertThat(new FactorRemoval(FactorRequirement.NONE, Map.of("app", FactorType.TOTP)).allows("app"))
                .isTrue();
    }

    @Test
    void theLastFactorThatCountsStays() {
        assertThat(new FactorRemoval(ANY, Map.of("app", FactorType.TOTP)).allows("app"))
                .isFalse();
        assertThat(new FactorRemoval(APP_ONLY, Map.of("app", FactorType.TOTP, "mail", FactorType.EMAIL)).allows("app"))
                .isFalse();
    }

    @Test
    void oneOfSeveralAndOneThatDoesNotCountMayGo() {
        assertThat(new FactorRemoval(ANY, Map.of("app", FactorType.TOTP, "mail", FactorType.EMAIL)).allows("app"))
                .isTrue();
        assertThat(new FactorRemoval(APP_ONLY, Map.of("app", FactorType.TOTP, "tablet", FactorType.TOTP)).allows("app"))
                .isTrue();
        assertThat(new FactorRemoval(APP_ONLY, Map.of("app", FactorType.TOTP, "mail", FactorType.EMAIL)).allows("mail"))
                .isTrue();
    }

    @Test
    void backupCodesAreNoReasonToLetTheLastFactorGoButMayGoThemselves() {
        FactorRemoval removal =
                new FactorRemoval(ANY, Map.of("app", FactorType.TOTP, "codes", FactorType.BACKUP_CODES));

        assertThat(removal.allows("app")).isFalse();
        assertThat(removal.allows("codes")).isTrue();
        assertThat(new FactorRemoval(ANY, Map.of("codes", FactorType.BACKUP_CODES)).allows("codes"))
                .isFalse();
    }

    @Test
    void aKindMayGoWhereAnyOfItMay() {
        assertThat(new FactorRemoval(APP_ONLY, Map.of("app", FactorType.TOTP)).allowsAny(FactorType.TOTP))
                .isFalse();
        assertThat(new FactorRemoval(APP_ONLY, Map.of("app", FactorType.TOTP, "tablet", FactorType.TOTP))
                        .allowsAny(FactorType.TOTP))
                .isTrue();
        assertThat(new FactorRemoval(ANY, Map.of("app", FactorType.TOTP)).allowsAny(FactorType.EMAIL))
                .isTrue();
    }

    @Test
    void whatIsNoFactorIsNoneOfItsBusiness() {
        assertThat(new FactorRemoval(ANY, Map.of("app", FactorType.TOTP)).allows("device"))
                .isTrue();
    }
}
