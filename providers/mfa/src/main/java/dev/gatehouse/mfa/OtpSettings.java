package dev.gatehouse.mfa;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;

/**
 * The limits of one-time codes. Values that would make a code guessable, or a mailbox floodable, are refused.
 *
 * @param codeFormat what a code looks like
 * @param codeLifetime how long a code is good, at most the 10 minutes that NIST SP 800-63B-4 §3.1.3 allows
 * @param attempts wrong codes until a code is dead and the factor rests, 1 to 10
 * @param resendCooldown how long nothing new is sent after a code was
 * @param sends codes that a factor is sent within {@code sendsWindow} without one being answered rightly
 * @param firstWait how long a factor rests after {@code attempts} failures in a row; doubles with each further one
 * @param longestWait where the doubling ends
 * @param failuresUntilDisabled failures in a row after which the factor is of no use until it is set up anew, at most the
 *     100 of §3.2.2
 */
public record OtpSettings(
        CodeFormat codeFormat,
        Duration codeLifetime,
        int attempts,
        Duration resendCooldown,
        int sends,
        Duration sendsWindow,
        Duration firstWait,
        Duration longestWait,
        int failuresUntilDisabled) {

    private static final String PREFIX = "gatehouse.mfa.";

    public static OtpSettings from(SettingsSource source) {
        OtpSettings settings = new OtpSettings(
                CodeFormat.from(source, PREFIX),
                source.duration(
                        PREFIX + "code-lifetime",
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10)),
                source.integer(PREFIX + "attempts", 5, 1, 10),
                source.duration(
                        PREFIX + "resend-cooldown",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10)),
                source.integer(PREFIX + "sends", 10, 1, 100),
                source.duration(
                        PREFIX + "sends-window", Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofDays(1)),
                source.duration(
                        PREFIX + "first-wait", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
                source.duration(
                        PREFIX + "longest-wait", Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofDays(1)),
                source.integer(PREFIX + "failures-until-disabled", 50, 10, 100));
        if (settings.resendCooldown.compareTo(settings.codeLifetime) > 0) {
            throw new InvalidSetting(
                    PREFIX + "resend-cooldown",
                    "must not be longer than " + PREFIX + "code-lifetime, or nobody could log in "
                            + "between the end of one code and the next");
        }
        if (settings.firstWait.compareTo(settings.longestWait) > 0) {
            throw new InvalidSetting(PREFIX + "first-wait", "must not be longer than " + PREFIX + "longest-wait");
        }
        return settings;
    }
}
