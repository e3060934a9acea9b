package dev.gatehouse.api.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.api.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation as {@code openapi.yaml} describes it.
 *
 * @param method in capitals
 * @param path with variables in braces, below the realm's address
 * @param description the operation object itself
 * @param contract the whole document, where references lead
 */
public record DescribedOperation(String method, String path, JsonNode description, JsonNode contract) {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** All of the contract, in its order. */
    public static List<DescribedOperation> all() {
        JsonNode contract = read();
        List<DescribedOperation> operations = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(new DescribedOperation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                contract))));
        return operations;
    }

    /** Every method that the contract gives this path. */
    public Set<String> methodsOfPath() {
        Set<String> methods = new TreeSet<>();
        contract.path("paths")
                .path(path)
                .fieldNames()
                .forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        return methods;
    }

    public boolean describes(int status) {
        return description.path("responses").has(Integer.toString(status));
    }

    /** Whether a bearer token or credentials say who asks; without any, or with bad ones, it refuses. */
    public boolean knowsUsers() {
        return !description.path("security").findValues("user").isEmpty();
    }

    public boolean hasBody() {
        return description.has("requestBody");
    }

    /** What the body's type is, the first if there are several. */
    public String bodyType() {
        Iterator<String> types = description.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    /** The contract's own example of a body; a missing node if it takes none or shows none. */
    public JsonNode example() {
        JsonNode content = description.path("requestBody").path("content").path(bodyType());
        if (content.has("example")) {
            return content.get("example");
        }
        return bodySchema().path("example");
    }

    /** The schema of its body. */
    public JsonNode bodySchema() {
        return resolved(
                description.path("requestBody").path("content").path(bodyType()).path("schema"));
    }

    /** The schema that this one refers to, or itself. */
    public JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(contract.at(reference.substring(1)));
    }

    /** Whether it is a list that is read page by page. */
    public boolean isPaged() {
        return description.path("parameters").findValuesAsText("$ref").stream()
                .anyMatch(reference -> reference.endsWith("/Cursor"));
    }

    public List<String> variables() {
        List<String> names = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(Contract.get().json());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
