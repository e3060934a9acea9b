package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.SmsGateway;
import java.net.URI;
import java.time.Duration;

/**
 * Vonage.
 *
 * @param messages where messages are sent
 */
record VonageSettings(
        String name, URI messages, Authorization authorization, String from, Duration connectTimeout, Duration timeout)
        implements GatewaySettings {

    static VonageSettings read(GatewayKeys keys, String name) {
        String key = keys.required("api-key", "the key of the account");
        if (key.contains(":")) {
            throw keys.invalid("api-key", "has a colon in it, which no key of Vonage's has");
        }
        return new VonageSettings(
                name,
                keys.url(keys.text("url").orElse("https://rest.nexmo.com")).resolve("/sms/json"),
                Authorization.basic(key, keys.secret("api-secret", "the secret of the account")),
                keys.required("from", "the sender: a number of yours, or a name of up to 11 characters"),
                keys.connectTimeout(),
                keys.timeout());
    }

    @Override
    public SmsGateway open() {
        return new VonageGateway(this);
    }
}
