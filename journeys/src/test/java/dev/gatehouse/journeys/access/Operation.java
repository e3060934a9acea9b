package dev.gatehouse.journeys.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.organization.Permission;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An operation inside an organization, as the contract describes it.
 *
 * @param permission what the contract says that it needs ({@code x-permission})
 */
record Operation(DescribedOperation described, Permission permission) {

    private static final Pattern INSIDE = Pattern.compile("/organizations/\\{id}(/.*)?");

    /** All of the contract; an operation that names no permission is a fault. */
    static List<Operation> all() {
        return DescribedOperation.all().stream()
                .filter(operation -> INSIDE.matcher(operation.path()).matches())
                .map(Operation::of)
                .toList();
    }

    String method() {
        return described.method();
    }

    String path() {
        return described.path();
    }

    /** The contract's own example of a body, a missing node if it takes none. */
    JsonNode example() {
        return described.example();
    }

    boolean paged() {
        return described.isPaged();
    }

    boolean changes() {
        return !method().equals("GET");
    }

    boolean hasVariable(String name) {
        return described.variables().contains(name);
    }

    @Override
    public String toString() {
        return described.toString();
    }

    private static Operation of(DescribedOperation described) {
        String named = described.description().path("x-permission").asText();
        Permission permission = Permission.of(named)
                .filter(Permission::isBuiltIn)
                .orElseThrow(() -> new AssertionError(described + " names no permission: " + named));
        return new Operation(described, permission);
    }
}
