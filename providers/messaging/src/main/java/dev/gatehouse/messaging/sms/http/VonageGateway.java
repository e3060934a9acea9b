package dev.gatehouse.messaging.sms.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Vonage's <a href="https://developer.vonage.com/en/api/sms">SMS API</a>. Not its newer Messages API, which takes every
 * message and tells a webhook later what came of it: this one says at once what another gateway should know.
 */
final class VonageGateway implements SmsGateway {
    /** What the API takes as a lifetime, in milliseconds. */
    private static final long SHORTEST_LIFETIME = 20_000;

    private static final long LONGEST_LIFETIME = 604_800_000;

    private final VonageSettings settings;
    private final HttpLine line;

    VonageGateway(VonageSettings settings) {
        this.settings = settings;
        this.line = new HttpLine(settings.connectTimeout(), settings.timeout());
    }

    @Override
    public GatewayAnswer send(Text text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", settings.from());
        fields.put("to", text.to().digits());
        fields.put("text", text.body());
        fields.put("type", GsmAlphabet.holds(text.body()) ? "text" : "unicode");
        fields.put(
                "ttl",
                String.valueOf(Math.max(
                        SHORTEST_LIFETIME,
                        Math.min(LONGEST_LIFETIME, text.goodFor().toMillis()))));
        return line.exchange(
                HttpRequest.newBuilder(settings.messages())
                        .header("Content-Type", Form.TYPE)
                        .header("Accept", "application/json")
                        .header(
                                settings.authorization().header(),
                                settings.authorization().value().value())
                        .POST(HttpRequest.BodyPublishers.ofString(Form.encode(fields)))
                        .build(),
                VonageGateway::meaning);
    }

    /** A long text is sent in parts, each with a status of its own. */
    private static GatewayAnswer meaning(Reply reply) {
        if (!reply.isSuccess()) {
            return reply.byStatus();
        }
        List<String> parts = StreamSupport.stream(reply.json().path("messages").spliterator(), false)
                .map((JsonNode part) -> part.path("status").asText())
                .toList();
        if (parts.isEmpty()) {
            return reply.unreadable();
        }
        List<String> failed =
                parts.stream().filter(status -> !status.equals("0")).toList();
        if (failed.isEmpty()) {
            return GatewayAnswer.accepted();
        }
        return failed.size() < parts.size()
                ? GatewayAnswer.uncertain("only some parts were taken")
                : meaning(failed.get(0));
    }

    /** By the published list of statuses. */
    private static GatewayAnswer meaning(String status) {
        // Anything can stand there; a log gets what is a number.
        String reason = status.matches("[0-9]{1,3}") ? "status " + status : "unreadable status";
        return switch (status) {
            // Throttled, internal error, too many connections.
            case "1", "5", "10" -> GatewayAnswer.notNow(reason);
            // The account: credentials, barred, no balance, not enabled, signature.
            case "4", "8", "9", "11", "14", "32" -> GatewayAnswer.notNow(reason);
            // The number: barred, deactivated.
            case "7", "33" -> GatewayAnswer.refused(reason);
            default -> reason.startsWith("status") ? GatewayAnswer.notServed(reason) : GatewayAnswer.uncertain(reason);
        };
    }
}
