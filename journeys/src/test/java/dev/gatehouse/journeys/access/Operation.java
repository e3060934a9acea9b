package dev.gatehouse.journeys.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.organization.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operation inside an organization, as the contract describes it.
 *
 * @param permission what the contract says that it needs ({@code x-permission})
 * @param example the contract's own example of a body, a missing node if it takes none
 * @param paged whether it is a list
 */
record Operation(String method, String path, Permission permission, JsonNode example, boolean paged) {

    private static final Pattern INSIDE = Pattern.compile("/organizations/\\{id}(/.*)?");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /** All of the contract; an operation that names no permission is a fault. */
    static List<Operation> all() {
        JsonNode contract = contract();
        List<Operation> operations = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey())
                                && INSIDE.matcher(path.getKey()).matches())
                        .forEach(operation -> operations.add(
                                read(contract, operation.getKey(), path.getKey(), operation.getValue()))));
        return operations;
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean hasVariable(String name) {
        return path.contains("{" + name + "}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Operation read(JsonNode contract, String method, String path, JsonNode operation) {
        String named = operation.path("x-permission").asText();
        Permission permission = Permission.of(named)
                .filter(Permission::isBuiltIn)
                .orElseThrow(() -> new AssertionError(method + " " + path + " names no permission: " + named));
        boolean paged = operation.path("parameters").findValuesAsText("$ref").stream()
                .anyMatch(reference -> reference.endsWith("/Cursor"));
        return new Operation(method.toUpperCase(Locale.ROOT), path, permission, example(contract, operation), paged);
    }

    private static JsonNode example(JsonNode contract, JsonNode operation) {
        JsonNode content = operation
                        .path("requestBody")
                        .path("content")
                        .elements()
                        .hasNext()
                ? operation.path("requestBody").path("content").elements().next()
                : operation.path("requestBody").path("content");
        return Optional.of(content.path("example"))
                .filter(example -> !example.isMissingNode())
                .orElseGet(() -> {
                    String reference = content.path("schema").path("$ref").asText();
                    return reference.isEmpty()
                            ? content.path("example")
                            : contract.at(reference.substring(1)).path("example");
                });
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper().readTree(Contract.get().json());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
