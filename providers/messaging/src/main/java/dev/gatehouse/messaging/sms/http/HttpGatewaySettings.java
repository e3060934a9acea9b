package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.SmsGateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Any gateway that takes a message by one POST.
 *
 * @param from         the sender, where the template asks for it; otherwise empty
 * @param acceptedText what the answer to a message that was taken has in it; without it, its status decides
 * @param refusedText  what the answer has in it where the number is none
 */
record HttpGatewaySettings(
        String name,
        URI url,
        BodyTemplate body,
        String from,
        Optional<Authorization> authorization,
        Optional<String> acceptedText,
        Optional<String> refusedText,
        Duration connectTimeout,
        Duration timeout)
        implements GatewaySettings {

    static HttpGatewaySettings read(GatewayKeys keys, String name) {
        URI url = keys.url(keys.required("url", "https://sms.example.com/send"));
        BodyTemplate body = body(keys);
        Optional<String> from = keys.text("from");
        if (body.placeholders().contains("from")) {
            from = Optional.of(keys.required("from", "the sender that {from} stands for"));
        }
        return new HttpGatewaySettings(
                name,
                url,
                body,
                from.orElse(""),
                authorization(keys, url),
                keys.text("accepted-text"),
                keys.text("refused-text"),
                keys.connectTimeout(),
                keys.timeout());
    }

    private static BodyTemplate body(GatewayKeys keys) {
        Optional<String> json = keys.text("json");
        Optional<String> form = keys.text("form");
        if (json.isPresent() == form.isPresent()) {
            throw keys.invalid(
                    "json", "either this or " + keys.key("form") + " has to be set: what the gateway is sent");
        }
        String what = json.isPresent() ? "json" : "form";
        BodyTemplate body = json.flatMap(JsonTemplate::parse)
                .or(() -> form.flatMap(FormTemplate::parse))
                .orElseThrow(() -> keys.invalid(
                        what,
                        json.isPresent()
                                ? "is no JSON object; right would be {\"to\": \"{to}\", \"text\": \"{text}\"}"
                                : "is no form; right would be to={to}&text={text}"));
        Set<String> used = body.placeholders();
        if (!Placeholders.KNOWN.containsAll(used)
                || !used.contains("text")
                || !(used.contains("to") || used.contains("to-digits"))) {
            throw keys.invalid(
                    what,
                    "needs {text}, and {to} or {to-digits}; it may have {from} and {seconds}, and no other placeholder");
        }
        return body;
    }

    private static Optional<Authorization> authorization(GatewayKeys keys, URI url) {
        Optional<Authorization> header =
                pair(keys, "header", "header-value").map(given -> new Authorization(given.getKey(), given.getValue()));
        Optional<Authorization> basic =
                pair(keys, "username", "password").map(given -> Authorization.basic(given.getKey(), given.getValue()));
        if (header.isPresent() && basic.isPresent()) {
            throw keys.invalid("header", "and " + keys.key("username") + " exclude each other");
        }
        if (keys.text("username").filter(name -> name.contains(":")).isPresent()) {
            throw keys.invalid("username", "has a colon in it, which basic authentication cannot carry");
        }
        Optional<Authorization> authorization = header.or(() -> basic);
        authorization.ifPresent(given -> {
            try {
                HttpRequest.newBuilder(url).header(given.header(), given.value().value());
            } catch (IllegalArgumentException notAHeader) {
                throw keys.invalid("header", "or its value cannot be sent as a header");
            }
        });
        return authorization;
    }

    /** A setting and the secret that belongs to it: both, or neither. */
    private static Optional<Map.Entry<String, Secret>> pair(GatewayKeys keys, String what, String secret) {
        Optional<String> name = keys.text(what);
        if (name.isEmpty() && keys.text(secret).isPresent()) {
            throw keys.invalid(what, "is not set, but " + keys.key(secret) + " is");
        }
        return name.map(given -> Map.entry(given, keys.secret(secret, "what belongs to " + keys.key(what))));
    }

    @Override
    public SmsGateway open() {
        return new HttpGateway(this);
    }
}
