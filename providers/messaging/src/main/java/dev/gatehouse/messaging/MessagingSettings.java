package dev.gatehouse.messaging;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;

/**
 * How messages leave. Keys start with {@code gatehouse.messaging.}.
 *
 * @param perDestination  how many messages of one priority a destination gets
 * @param senders         how many messages are handed on at once, by this node
 * @param sendersPerLane  how many of them for one way out (a realm's e-mails, all text messages), so that one dead server does not hold all
 * @param pollInterval    how often to look for what nobody woke us for: retries, and messages of a node that died
 * @param connectTimeout  for an SMTP server to take the connection
 * @param readTimeout     for each of its answers
 * @param writeTimeout    for each block it is given
 * @param lease           after which a claimed message that nobody settled is claimed again
 * @param retry           when a failed message is tried again
 * @param lifetime        after which a message is useless, where who sends it did not say
 * @param retention       how long a finished message leaves a trace (never its text)
 * @param inboxSmtpPort   where the development inbox receives e-mail, on 127.0.0.1
 */
public record MessagingSettings(
        Quota perDestination,
        int senders,
        int sendersPerLane,
        Duration pollInterval,
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Duration lease,
        RetrySchedule retry,
        Duration lifetime,
        Duration retention,
        int inboxSmtpPort) {

    public static final String INBOX_SMTP_PORT = "gatehouse.messaging.inbox.smtp-port";

    private static final String LEASE = "gatehouse.messaging.lease";
    private static final String SENDERS_PER_LANE = "gatehouse.messaging.senders-per-realm";

    public static MessagingSettings from(SettingsSource source) {
        int senders = source.integer("gatehouse.messaging.senders", 8, 1, 64);
        Duration connectTimeout = timeout(source, "connect-timeout", Duration.ofSeconds(5));
        Duration readTimeout = timeout(source, "read-timeout", Duration.ofSeconds(10));
        Duration writeTimeout = timeout(source, "write-timeout", Duration.ofSeconds(10));
        Duration lease = source.duration(LEASE, Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofHours(1));
        Duration oneExchange = connectTimeout.plus(readTimeout).plus(writeTimeout);
        if (lease.compareTo(oneExchange) <= 0) {
            throw new InvalidSetting(
                    LEASE, "\"" + lease + "\" is not longer than the three timeouts together, " + oneExchange);
        }
        Duration firstWait = source.duration(
                "gatehouse.messaging.retry-first-wait",
                Duration.ofSeconds(2),
                Duration.ofMillis(100),
                Duration.ofMinutes(10));
        Duration longestWait = source.duration(
                "gatehouse.messaging.retry-longest-wait", Duration.ofMinutes(15), firstWait, Duration.ofHours(6));
        return new MessagingSettings(
                Quota.from(source, "gatehouse.messaging.per-destination", new Quota(200, Duration.ofHours(1))),
                senders,
                source.integer(SENDERS_PER_LANE, (senders + 1) / 2, 1, senders),
                source.duration(
                        "gatehouse.messaging.poll-interval",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(100),
                        Duration.ofMinutes(1)),
                connectTimeout,
                readTimeout,
                writeTimeout,
                lease,
                new RetrySchedule(
                        firstWait, longestWait, source.integer("gatehouse.messaging.max-attempts", 100, 1, 1000)),
                source.duration(
                        "gatehouse.messaging.lifetime",
                        Duration.ofHours(24),
                        Duration.ofMinutes(1),
                        Duration.ofDays(7)),
                source.duration(
                        "gatehouse.messaging.retention", Duration.ofHours(24), Duration.ZERO, Duration.ofDays(30)),
                source.integer(INBOX_SMTP_PORT, 1025, 1, 65535));
    }

    private static Duration timeout(SettingsSource source, String name, Duration byDefault) {
        return source.duration("gatehouse.messaging." + name, byDefault, Duration.ofMillis(100), Duration.ofMinutes(2));
    }
}
