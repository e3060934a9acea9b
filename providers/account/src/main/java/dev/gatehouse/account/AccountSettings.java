package dev.gatehouse.account;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;

/**
 * What an operator can set about accounts.
 *
 * @param verificationLifetime how long a registration waits for its address to be verified, and the link for it is good
 * @param waitingRegistrations how many may wait for one address
 * @param mailsPerAddress how often strangers can have one address written to, for each thing that they can ask for
 */
public record AccountSettings(Duration verificationLifetime, int waitingRegistrations, Quota mailsPerAddress) {
    private static final String PREFIX = "gatehouse.account.";

    public static AccountSettings from(SettingsSource source) {
        return new AccountSettings(
                source.duration(
                        PREFIX + "verification-lifetime",
                        Duration.ofHours(24),
                        Duration.ofMinutes(5),
                        Duration.ofDays(7)),
                source.integer(PREFIX + "waiting-registrations", 5, 2, 100),
                Quota.from(source, PREFIX + "mails-per-address", new Quota(5, Duration.ofHours(1))));
    }
}
