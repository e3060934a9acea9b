package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitationSettingsTest {

    @Test
    void anInvitationWaitsSevenDaysAndAThousandMayWait() {
        assertThat(InvitationSettings.from(SettingsSource.of(Map.of())))
                .isEqualTo(new InvitationSettings(Duration.ofDays(7), 1_000));
    }

    @Test
    void whatIsSetCounts() {
        assertThat(InvitationSettings.from(SettingsSource.of(Map.of(
                        "gatehouse.organization.invitation-lifespan", "2d",
                        "gatehouse.organization.pending-invitations", "20"))))
                .isEqualTo(new InvitationSettings(Duration.ofDays(2), 20));
    }

    @Test
    void aLifespanOfAYearStopsTheStart() {
        assertThatThrownBy(() -> InvitationSettings.from(
                        SettingsSource.of(Map.of("gatehouse.organization.invitation-lifespan", "365d"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.organization.invitation-lifespan");
    }
}
