package dev.gatehouse.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code openapi.yaml} says: the source of what the API is, read once and served as it stands. */
public final class Contract {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private record PathItem(Pattern path, List<String> methods, Map<String, Set<String>> mediaTypes) {}

    private static final class Holder {
        private static final Contract CONTRACT = read();
    }

    private final byte[] json;
    private final List<PathItem> paths;

    private Contract(JsonNode document) throws IOException {
        this.json = new JsonMapper().writeValueAsBytes(document);
        List<PathItem> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> all.add(item(document, path.getKey(), path.getValue())));
        this.paths = List.copyOf(all);
    }

    public static Contract get() {
        return Holder.CONTRACT;
    }

    /** The OpenAPI document as JSON. */
    public byte[] json() {
        return json.clone();
    }

    /** The methods that this path has, in the order of the document; empty for a path that the contract lacks. */
    public List<String> methods(String path) {
        return paths.stream()
                .filter(candidate -> candidate.path().matcher(path).matches())
                .flatMap(candidate -> candidate.methods().stream())
                .distinct()
                .toList();
    }

    /**
     * The media types that this operation answers in when it succeeds; empty for one whose success has no content, and
     * for one that the contract lacks.
     */
    public Set<String> mediaTypes(String method, String path) {
        return paths.stream()
                .filter(candidate -> candidate.path().matcher(path).matches())
                .flatMap(candidate -> candidate.mediaTypes().getOrDefault(method, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PathItem item(JsonNode document, String path, JsonNode item) {
        List<String> methods = new ArrayList<>();
        Map<String, Set<String>> mediaTypes = new HashMap<>();
        item.fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                String method = name.toUpperCase(Locale.ROOT);
                methods.add(method);
                mediaTypes.put(method, successTypes(document, item.path(name).path("responses")));
                if (name.equals("get")) {
                    methods.add("HEAD");
                    mediaTypes.put("HEAD", mediaTypes.get(method));
                }
            }
        });
        methods.add("OPTIONS");
        return new PathItem(pattern(path), methods, mediaTypes);
    }

    private static Set<String> successTypes(JsonNode document, JsonNode responses) {
        Set<String> types = new TreeSet<>();
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> resolved(document, response.getValue()))
                .forEach(response -> response.path("content").fieldNames().forEachRemaining(types::add));
        return types;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** A path template of OpenAPI as a pattern: {@code /organizations/{id}}. */
    public static Pattern pattern(String template) {
        return Pattern.compile(Pattern.compile("\\{[^}]+}")
                .splitAsStream(template + "\0")
                .map(Pattern::quote)
                .reduce((before, after) -> before + "[^/]+" + after)
                .orElseThrow()
                .replace("\0", ""));
    }

    private static Contract read() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/dev/gatehouse/api/openapi.yaml")) {
            return new Contract(YAMLMapper.builder().build().readTree(Objects.requireNonNull(yaml)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
