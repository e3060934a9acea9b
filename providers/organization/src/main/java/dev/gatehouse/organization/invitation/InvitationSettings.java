package dev.gatehouse.organization.invitation;

import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * How invitations are kept.
 *
 * @param lifespan how long one can be accepted after its mail was sent
 * @param pending the most that may wait in one organization
 */
public record InvitationSettings(Duration lifespan, int pending) {

    public static InvitationSettings from(SettingsSource settings) {
        return new InvitationSettings(
                settings.duration(
                        "gatehouse.organization.invitation-lifespan",
                        Duration.ofDays(7),
                        Duration.ofMinutes(5),
                        Duration.ofDays(90)),
                settings.integer("gatehouse.organization.pending-invitations", 1_000, 1, 100_000));
    }
}
