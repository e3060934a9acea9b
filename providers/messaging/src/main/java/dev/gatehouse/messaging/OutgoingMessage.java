package dev.gatehouse.messaging;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to reach a person.
 *
 * <p>What it says is a secret (codes, links) and where it goes is personal: {@link #toString()} shows neither.
 *
 * @param realmId     id of the realm in whose name it is sent, and whose SMTP server is used
 * @param destination an e-mail address, or a phone number in E.164
 * @param subject     of an e-mail; empty for a text message
 * @param text        the plain text; null where an e-mail has HTML only
 * @param html        the same for readers that show it
 * @param expiresAt   from when on it is useless: it does not leave then or later
 */
public record OutgoingMessage(
        Channel channel,
        String realmId,
        String destination,
        String subject,
        @Nullable String text,
        @Nullable String html,
        Priority priority,
        Instant expiresAt) {

    /** The longest address that RFC 5321 allows: 64 for the local part, 255 for the domain. */
    static final int LONGEST_DESTINATION = 320;

    /** The longest header line that RFC 5322 allows. */
    static final int LONGEST_SUBJECT = 998;

    public OutgoingMessage {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(realmId, "realmId");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(expiresAt, "expiresAt");
        if (destination.isBlank() || destination.length() > LONGEST_DESTINATION) {
            throw new IllegalArgumentException("A destination has 1 to " + LONGEST_DESTINATION + " characters");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("A subject has at most " + LONGEST_SUBJECT + " characters");
        }
        if (text == null && html == null) {
            throw new IllegalArgumentException("A message needs a text");
        }
    }

    public static OutgoingMessage email(
            String realmId,
            String address,
            String subject,
            @Nullable String text,
            @Nullable String html,
            Priority priority,
            Instant expiresAt) {
        return new OutgoingMessage(Channel.EMAIL, realmId, address, subject, text, html, priority, expiresAt);
    }

    public static OutgoingMessage sms(
            String realmId, String phoneNumber, String text, Priority priority, Instant expiresAt) {
        return new OutgoingMessage(Channel.SMS, realmId, phoneNumber, "", text, null, priority, expiresAt);
    }

    /** Whether it is too late for it to leave. */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Lane lane() {
        return Lane.of(channel, realmId);
    }

    @Override
    public String toString() {
        return channel + " message of realm " + realmId + " (" + priority + ", expires at " + expiresAt + ")";
    }
}
