package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.SmsGateway;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Twilio.
 *
 * @param messages where messages are created
 * @param sender   the field that names it, and what it says
 */
record TwilioSettings(
        String name,
        URI messages,
        Authorization authorization,
        Map.Entry<String, String> sender,
        Duration connectTimeout,
        Duration timeout)
        implements GatewaySettings {

    private static final String ACCOUNT = "account-sid";
    private static final String SERVICE = "messaging-service-sid";
    private static final Pattern SID = Pattern.compile("[A-Za-z]{2}[0-9A-Za-z]{32}");

    static TwilioSettings read(GatewayKeys keys, String name) {
        String account = sid(keys, ACCOUNT, keys.required(ACCOUNT, "AC and 32 characters"));
        String user = keys.text("api-key").map(key -> sid(keys, "api-key", key)).orElse(account);
        Secret secret = keys.secret("secret", "the account's auth token, or the secret of the API key");
        URI url = keys.url(keys.text("url").orElse("https://api.twilio.com"));
        return new TwilioSettings(
                name,
                url.resolve("/2010-04-01/Accounts/" + account + "/Messages.json"),
                Authorization.basic(user, secret),
                sender(keys),
                keys.connectTimeout(),
                keys.timeout());
    }

    private static Map.Entry<String, String> sender(GatewayKeys keys) {
        Optional<String> from = keys.text("from");
        Optional<String> service = keys.text(SERVICE).map(sid -> sid(keys, SERVICE, sid));
        if (from.isPresent() == service.isPresent()) {
            throw keys.invalid("from", "either this or " + keys.key(SERVICE) + " has to be set: who sends");
        }
        return service.map(sid -> Map.entry("MessagingServiceSid", sid)).orElseGet(() -> Map.entry("From", from.get()));
    }

    private static String sid(GatewayKeys keys, String what, String value) {
        if (!SID.matcher(value).matches()) {
            throw keys.invalid(what, "is no identifier of Twilio's: two letters and 32 characters");
        }
        return value;
    }

    @Override
    public SmsGateway open() {
        return new TwilioGateway(this);
    }
}
