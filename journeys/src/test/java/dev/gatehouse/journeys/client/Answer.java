package dev.gatehouse.journeys.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param headers by name, in any case
 * @param body as text, empty if there was none
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Answer {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON (status " + status + "): " + body, notJson);
        }
    }

    /** A field's text: {@code text("mfa_token")}, or by pointer {@code text("/methods/0/id")}. */
    public String text(String field) {
        JsonNode value = json().at(field.startsWith("/") ? field : "/" + field);
        if (value.isMissingNode()) {
            throw new AssertionError("no " + field + " in the answer (status " + status + "): " + body);
        }
        return value.asText();
    }

    /** What the JSON Web Token in a field claims; its signature is for others to check. */
    public JsonNode claims(String field) {
        String[] parts = text(field).split("\\.", -1);
        return new Answer(status, headers, new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .json();
    }
}
