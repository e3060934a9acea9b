package dev.gatehouse.messaging.sms.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.messaging.sms.GatewayAnswer;

/** What a gateway's server answered. The body is never shown: it repeats the number. */
record Reply(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A missing node where the body is no JSON. */
    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JacksonException nonsense) {
            return MissingNode.getInstance();
        }
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** What the status alone says. */
    GatewayAnswer byStatus() {
        String reason = "HTTP " + status;
        if (isSuccess()) {
            return GatewayAnswer.accepted();
        }
        return switch (status) {
            // Some other server gave up waiting for the gateway.
            case 408, 504 -> GatewayAnswer.uncertain(reason);
            // Our settings are wrong, or we send too much.
            case 401, 402, 403, 404, 405, 407, 410, 429 -> GatewayAnswer.notNow(reason);
            default -> status >= 400 && status < 500 ? GatewayAnswer.notServed(reason) : GatewayAnswer.notNow(reason);
        };
    }

    /** A success that is not what this gateway's success looks like. */
    GatewayAnswer unreadable() {
        return GatewayAnswer.uncertain("HTTP " + status + ", unreadable");
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
