package dev.gatehouse.messaging.sms.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Twilio's <a href="https://www.twilio.com/docs/messaging/api/message-resource">Messages resource</a>, told how long the
 * message is of use, so that it does not wait there past that.
 */
final class TwilioGateway implements SmsGateway {
    /** The longest validity that the resource has always taken, in seconds. */
    private static final long LONGEST_VALIDITY = 14_400;

    /**
     * <a href="https://www.twilio.com/docs/api/errors">Errors</a> that speak of the number: invalid (21211, 21217), no mobile
     * number (21614), its owner has said STOP (21610).
     */
    private static final Set<Integer> REFUSED = Set.of(21211, 21217, 21610, 21614);

    private final TwilioSettings settings;
    private final HttpLine line;

    TwilioGateway(TwilioSettings settings) {
        this.settings = settings;
        this.line = new HttpLine(settings.connectTimeout(), settings.timeout());
    }

    @Override
    public GatewayAnswer send(Text text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("To", text.to().e164());
        fields.put(settings.sender().getKey(), settings.sender().getValue());
        fields.put("Body", text.body());
        fields.put(
                "ValidityPeriod",
                String.valueOf(
                        Math.max(1, Math.min(LONGEST_VALIDITY, text.goodFor().toSeconds()))));
        return line.exchange(
                HttpRequest.newBuilder(settings.messages())
                        .header("Content-Type", Form.TYPE)
                        .header("Accept", "application/json")
                        .header(
                                settings.authorization().header(),
                                settings.authorization().value().value())
                        .POST(HttpRequest.BodyPublishers.ofString(Form.encode(fields)))
                        .build(),
                TwilioGateway::meaning);
    }

    private static GatewayAnswer meaning(Reply reply) {
        JsonNode body = reply.json();
        if (!reply.isSuccess()) {
            int code = body.path("code").asInt();
            return REFUSED.contains(code) ? GatewayAnswer.refused("error " + code) : withCode(reply.byStatus(), code);
        }
        return switch (body.path("status").asText()) {
            case "accepted", "scheduled", "queued", "sending", "sent", "delivered" -> GatewayAnswer.accepted();
            case "failed", "undelivered", "canceled" ->
                GatewayAnswer.notServed("error " + body.path("error_code").asInt());
            default -> reply.unreadable();
        };
    }

    private static GatewayAnswer withCode(GatewayAnswer answer, int code) {
        return code == 0 ? answer : new GatewayAnswer(answer.outcome(), answer.reason() + ", error " + code);
    }
}
