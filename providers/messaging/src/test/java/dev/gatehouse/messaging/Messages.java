package dev.gatehouse.messaging;

import java.time.Instant;

/** Messages for tests. */
public final class Messages {
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private Messages() {}

    public static OutgoingMessage email(String realm, String subject) {
        return email(realm, subject, Priority.NORMAL, NOW.plusSeconds(86_400));
    }

    public static OutgoingMessage email(String realm, String subject, Priority priority, Instant expiresAt) {
        return OutgoingMessage.email(
                realm, "alice@example.test", subject, "Your code is 123456", "<p>123456</p>", priority, expiresAt);
    }

    public static OutgoingMessage sms(String realm, Instant expiresAt) {
        return OutgoingMessage.sms(realm, "+4930123456", "Your code is 123456", Priority.CODE, expiresAt);
    }

    public static QueuedMessage attempt(int attempt, OutgoingMessage message) {
        return new QueuedMessage("message-1", attempt, NOW, message);
    }
}
