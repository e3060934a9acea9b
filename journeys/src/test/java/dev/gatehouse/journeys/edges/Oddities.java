package dev.gatehouse.journeys.edges;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Secrets;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Requests that chance makes: now and then what the contract's schema asks for, and more often something beyond it. The same
 * chance makes the same requests.
 */
final class Oddities {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udfff\ud800",
            "\u202egnp.exe",
            "\ufeff",
            "e\u0301\u0301\u0301\u0301",
            "\ud83d\ude00",
            "İıſß",
            "\r\nX-Injected: 1",
            "../../../../etc/passwd",
            "' or '1'='1' --",
            "%' escape '",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%00",
            "null",
            "true",
            "-1",
            "9999999999999999999999",
            "a@b",
            "a@b@c",
            "someone@example.test",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30T25:61:61Z",
            "admin",
            "*");
    private static final List<String> RAW_SEGMENTS =
            List.of("%2e%2e", "..;", "%2F", "a;b=c", "%20", "~", "%E2%80%AE", "%25", "a%0d%0ab", "+", "%00", "%C0%80");
    private static final int DEEPEST = 3;

    private final RandomGenerator random;

    Oddities(RandomGenerator random) {
        this.random = random;
    }

    /** A body that may or may not be one of this operation. */
    String body(DescribedOperation operation) {
        JsonNode schema = operation
                .description()
                .path("requestBody")
                .path("content")
                .path(operation.bodyType())
                .path("schema");
        JsonNode body = once(8) ? odd() : value(operation, schema, 0);
        if (body instanceof ObjectNode object && once(4)) {
            object.set(word(), odd());
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** The path with variables that are something else each time; a path that no server should take apart, now and then. */
    String path(DescribedOperation operation, String usual) {
        String path = usual;
        for (String variable : operation.variables()) {
            if (!operation.method().equals("GET") || once(2)) {
                path = operation.path().replace("{" + variable + "}", segment());
                path = path.replaceAll("\\{[^}]+}", segment().replace("\\", "").replace("$", ""));
            }
        }
        return once(2) ? path : path + (path.contains("?") ? "&" : "?") + query();
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("limit", "cursor", "search", "role", "from", "to", "type", "organization", "x[]")) {
            if (once(4)) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(encoded(name))
                        .append(once(6) ? "" : "=" + encoded(word()));
            }
        }
        return query.isEmpty() ? "limit=" + encoded(word()) : query.toString();
    }

    private String segment() {
        String segment = once(3) ? RAW_SEGMENTS.get(random.nextInt(RAW_SEGMENTS.size())) : encoded(word());
        return segment.isEmpty() ? "x".repeat(2_000) : segment;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonNode value(DescribedOperation operation, JsonNode given, int depth) {
        JsonNode schema = given.has("$ref")
                ? operation.contract().at(given.get("$ref").asText().substring(1))
                : given;
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                JsonNode choices = schema.get(choice);
                return value(operation, choices.get(random.nextInt(choices.size())), depth);
            }
        }
        if (once(4) || depth > DEEPEST) {
            return odd();
        }
        if (schema.has("properties")) {
            ObjectNode object = NODES.objectNode();
            schema.get("properties").properties().forEach(property -> {
                if (!once(4)) {
                    JsonNode value = Secrets.NAMES.contains(property.getKey())
                            ? secret()
                            : value(operation, property.getValue(), depth + 1);
                    object.set(property.getKey(), value);
                }
            });
            return object;
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "integer" -> NODES.numberNode(random.nextInt(100));
            case "number" -> NODES.numberNode(random.nextDouble());
            case "boolean" -> NODES.booleanNode(once(2));
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int item = random.nextInt(4); item > 0; item--) {
                    array.add(value(operation, schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "object" -> NODES.objectNode().set(word(), odd());
            default -> NODES.textNode(word());
        };
    }

    /** One that nothing else is called by: it is looked for in the logs. */
    private JsonNode secret() {
        return once(4)
                ? NODES.numberNode(random.nextInt())
                : NODES.textNode(word() + Long.toHexString(random.nextLong()));
    }

    private JsonNode odd() {
        return switch (random.nextInt(11)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(BigInteger.TEN.pow(40));
            case 3 -> NODES.numberNode(1e300);
            case 4 -> NODES.numberNode(0.5);
            case 5 -> NODES.booleanNode(true);
            case 6 -> NODES.textNode("x".repeat(1 + random.nextInt(60_000)));
            case 7 -> nested(200);
            case 8 -> many();
            case 9 -> NODES.objectNode().put("", "").put("__proto__", "x");
            default -> NODES.textNode(word());
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode inner = NODES.arrayNode();
        for (int level = 0; level < depth; level++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    private static JsonNode many() {
        ArrayNode array = NODES.arrayNode();
        for (int item = 0; item < 2_000; item++) {
            array.add(item);
        }
        return array;
    }

    /** As a browser would send it; what cannot be encoded becomes a question mark. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
