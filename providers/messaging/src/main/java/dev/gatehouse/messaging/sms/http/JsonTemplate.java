package dev.gatehouse.messaging.sms.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.messaging.sms.Text;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON object; placeholders in its strings. */
record JsonTemplate(ObjectNode template) implements BodyTemplate {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Empty where the text is no JSON object. */
    static Optional<BodyTemplate> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object
                    ? Optional.of(new JsonTemplate(object))
                    : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Set<String> placeholders() {
        Set<String> all = new HashSet<>();
        collect(template, all);
        return all;
    }

    private static void collect(JsonNode node, Set<String> all) {
        if (node.isTextual()) {
            all.addAll(Placeholders.in(node.textValue()));
        }
        node.forEach(child -> collect(child, all));
    }

    @Override
    public String fill(Text text, String from) {
        return filled(template, Placeholders.of(text, from)).toString();
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), filled(field.getValue(), values)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(filled(element, values)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(Placeholders.fill(node.textValue(), values)) : node;
    }
}
