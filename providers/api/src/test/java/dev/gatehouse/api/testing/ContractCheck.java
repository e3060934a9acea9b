package dev.gatehouse.api.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.gatehouse.api.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * Holds exchanges against {@code openapi.yaml}: the request of every success, and the status, headers and body of every
 * answer. Remembers what was exercised, so that a suite can say what it left out. Safe for many threads.
 */
public final class ContractCheck {
    private static final String DOCUMENT = "https://gatehouse.invalid/openapi.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern OURS = Pattern.compile("/(auth|mfa|organizations|users)(/.*)?");

    private final JsonNode contract;
    private final SchemaRegistry schemas;
    private final Set<String> exercised = new ConcurrentSkipListSet<>();

    private ContractCheck(JsonNode contract) {
        this.contract = contract;
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(), builder -> builder.schemas(Map.of(DOCUMENT, contract.toString())));
    }

    public static ContractCheck create() {
        try {
            return new ContractCheck(JSON.readTree(Contract.get().json()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Fails with everything in this exchange that the contract does not say. */
    public void check(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(exchange + " does not fit openapi.yaml:\n  " + String.join("\n  ", faults)
                    + "\nThe answer was: " + exchange.body());
        }
    }

    /** The same, as a list; empty for paths that are not ours. */
    public List<String> faults(Exchange exchange) {
        if (!OURS.matcher(exchange.path()).matches()) {
            return List.of();
        }
        Optional<String> path = template(exchange.path());
        if (path.isEmpty()) {
            return exchange.status() == 404
                    ? problemFaults(exchange, "NotFoundProblem")
                    : List.of("there is no such path");
        }
        String method = exchange.method().toLowerCase(Locale.ROOT);
        String item = "/paths/" + escape(path.get());
        if (!contract.at(item).has(method)) {
            exerciseRefusal(path.get(), exchange.status());
            return switch (exchange.status()) {
                case 405 -> problemFaults(exchange, "MethodNotAllowedProblem");
                case 404 -> problemFaults(exchange, "NotFoundProblem");
                default -> List.of("the path does not have this method");
            };
        }
        List<String> faults = new ArrayList<>();
        String operation = item + "/" + method;
        if (exchange.status() < 300) {
            requestFaults(exchange, operation, faults);
        }
        answerFaults(exchange, operation, faults);
        exercised.add(exchange.method() + " " + path.get() + " " + exchange.status());
        return faults;
    }

    /** That a method is not there is what all operations of the path say. */
    private void exerciseRefusal(String path, int status) {
        contract.path("paths")
                .path(path)
                .fieldNames()
                .forEachRemaining(method -> exercised.add(method.toUpperCase(Locale.ROOT) + " " + path + " " + status));
    }

    /** What was checked so far, as {@code POST /auth/login 200}. */
    public Set<String> exercised() {
        return new TreeSet<>(exercised);
    }

    /** Every operation and status of the contract, in the same form. */
    public Set<String> described() {
        Set<String> all = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(
                                        status -> all.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                                + path.getKey() + " " + status))));
        return all;
    }

    private void requestFaults(Exchange exchange, String operation, List<String> faults) {
        JsonNode body = contract.at(operation + "/requestBody");
        if (exchange.hasRequestBody()) {
            if (body.isMissingNode()) {
                faults.add("request: this operation takes no body");
            } else {
                schemaFaults(
                        "request",
                        String.valueOf(exchange.requestBody()),
                        operation + "/requestBody/content/application~1json/schema",
                        faults);
            }
        } else if (body.path("required").asBoolean()) {
            faults.add("request: a body is required");
        }
    }

    private void answerFaults(Exchange exchange, String operation, List<String> faults) {
        String pointer = resolve(operation + "/responses/" + exchange.status());
        JsonNode response = contract.at(pointer);
        if (response.isMissingNode()) {
            faults.add("status " + exchange.status() + " is not described");
            return;
        }
        response.path("headers").fieldNames().forEachRemaining(name -> {
            String header = resolve(pointer + "/headers/" + escape(name));
            headerFaults(exchange, name, header, faults);
        });
        if (!response.has("content")) {
            if (!exchange.body().isEmpty()) {
                faults.add("the answer has a body, and none is described");
            }
            return;
        }
        String type = String.valueOf(exchange.header("Content-Type"))
                .replaceFirst(";.*", "")
                .strip();
        if (!response.path("content").has(type)) {
            faults.add("content type " + type + " is not described");
        } else if (type.endsWith("json")) {
            schemaFaults("answer", exchange.body(), pointer + "/content/" + escape(type) + "/schema", faults);
        }
    }

    private void headerFaults(Exchange exchange, String name, String pointer, List<String> faults) {
        String value = exchange.header(name);
        if (value != null) {
            boolean text = contract.at(pointer + "/schema/type").asText().equals("string");
            schemaFaults(
                    "header " + name, text ? JSON.valueToTree(value).toString() : value, pointer + "/schema", faults);
        } else if (contract.at(pointer).path("required").asBoolean()) {
            faults.add("header " + name + " is missing");
        }
    }

    private List<String> problemFaults(Exchange exchange, String schema) {
        List<String> faults = new ArrayList<>();
        if (!"application/problem+json".equals(exchange.header("Content-Type"))) {
            faults.add("the answer is not application/problem+json");
        }
        if (exchange.status() == 405 && exchange.header("Allow") == null) {
            faults.add("header Allow is missing");
        }
        schemaFaults("answer", exchange.body(), "/components/schemas/" + schema, faults);
        return faults;
    }

    private void schemaFaults(String what, String json, String pointer, List<String> faults) {
        try {
            JsonNode value = JSON.readTree(json);
            schemas.getSchema(JSON.createObjectNode().put("$ref", DOCUMENT + "#" + pointer))
                    .validate(value)
                    .forEach(error -> faults.add(what + ": " + error.getInstanceLocation() + " " + error.getMessage()));
        } catch (JsonProcessingException unreadable) {
            faults.add(what + ": not readable as JSON");
        }
    }

    /** The template of the contract that this path fits; one without variables wins. */
    private Optional<String> template(String path) {
        List<String> fitting = new ArrayList<>();
        contract.path("paths").fieldNames().forEachRemaining(template -> {
            if (Contract.pattern(template).matcher(path).matches()) {
                fitting.add(template);
            }
        });
        return fitting.stream()
                .min(java.util.Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private String resolve(String pointer) {
        String reference = contract.at(pointer).path("$ref").asText();
        return reference.startsWith("#") ? reference.substring(1) : pointer;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
