package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailAllowanceTest {

    private static final long COOLDOWN = MailAllowance.COOLDOWN.toMillis();
    private static final long WINDOW = MailAllowance.WINDOW.toMillis();

    @Test
    void theNextMailWaitsForTheCooldown() {
        MailAllowance first = MailAllowance.first(0);
        assertThat(first.allows(COOLDOWN - 1)).isFalse();
        assertThat(first.allows(COOLDOWN)).isTrue();
    }

    @Test
    void theWindowHasRoomForFive() {
        MailAllowance allowance = MailAllowance.first(0);
        for (int mail = 2; mail <= MailAllowance.MAXIMUM; mail++) {
            allowance = allowance.used(mail * COOLDOWN);
        }
        assertThat(allowance.sent()).isEqualTo(5);
        assertThat(allowance.allows(WINDOW - 1)).isFalse();
        assertThat(allowance.allows(WINDOW)).isTrue();
        assertThat(allowance.used(WINDOW)).isEqualTo(MailAllowance.first(WINDOW));
    }
}
