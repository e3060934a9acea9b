package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of one gateway, {@code gatehouse.sms.NAME.*}. No value stands in an error: it may be a secret. */
final class GatewayKeys {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]+");

    private final SettingsSource source;
    private final String name;

    GatewayKeys(SettingsSource source, String name) {
        this.source = source;
        this.name = name;
    }

    String key(String what) {
        return "gatehouse.sms." + name + "." + what;
    }

    InvalidSetting invalid(String what, String expected) {
        return new InvalidSetting(key(what), expected);
    }

    Optional<String> text(String what) {
        Optional<String> text = source.text(key(what));
        if (text.isPresent() && !PRINTABLE.matcher(text.get()).matches()) {
            throw invalid(what, "has control characters or line breaks in it");
        }
        return text;
    }

    String required(String what, String expected) {
        return text(what).orElseThrow(() -> invalid(what, "is not set; right would be " + expected));
    }

    Secret secret(String what, String expected) {
        return new Secret(required(what, expected));
    }

    /** What takes as long as this is given up: connecting, sending, and the whole answer. */
    Duration timeout() {
        return source.duration(key("timeout"), Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(1));
    }

    Duration connectTimeout() {
        return source.duration(
                key("connect-timeout"), Duration.ofSeconds(3), Duration.ofMillis(100), Duration.ofMinutes(1));
    }

    /** An address that keeps what is sent to it from others: https, or on this machine; in development any. */
    URI url(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidSetting(key("url"), "is no address; right would be https://sms.example.com/send");
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw invalid("url", "has to be a full address without user and fragment: https://sms.example.com/send");
        }
        boolean isNear = THIS_MACHINE.contains(url.getHost()) || Mode.from(source) == Mode.DEVELOPMENT;
        boolean isSafe = "https".equals(url.getScheme()) || (isNear && "http".equals(url.getScheme()));
        if (!isSafe) {
            throw invalid("url", "has to begin with https://: codes and telephone numbers are sent there");
        }
        return url;
    }
}
