package dev.gatehouse.messaging.smtp;

import dev.gatehouse.messaging.MessagingSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A realm's SMTP settings, by the names that Keycloak gives them, made safe for the queue. */
public final class SmtpConfig {
    private SmtpConfig() {}

    /** Our timeouts hold, whatever the realm says. Debugging is off: it would print the message. */
    public static Map<String, String> bounded(Map<String, String> realms, MessagingSettings settings) {
        Map<String, String> bounded = new HashMap<>(realms);
        bounded.put("connectionTimeout", millis(settings.connectTimeout()));
        bounded.put("timeout", millis(settings.readTimeout()));
        bounded.put("writeTimeout", millis(settings.writeTimeout()));
        bounded.remove("debug");
        return bounded;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
