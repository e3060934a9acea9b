package dev.gatehouse.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.gatehouse.api.auth.AuthResource;
import dev.gatehouse.api.mfa.MfaResource;
import dev.gatehouse.api.organizations.OrganizationsResource;
import dev.gatehouse.api.users.UsersResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final String DOCUMENT = "https://gatehouse.invalid/openapi.json";

    /** The resources, by the path segment that their factory gives them. */
    private static final Map<String, Class<?>> RESOURCES = Map.of(
            "/auth", AuthResource.class,
            "/mfa", MfaResource.class,
            "/organizations", OrganizationsResource.class,
            "/users", UsersResource.class);

    private final JsonNode contract = read();

    @Test
    void everyOperationIsDescribedAndEveryDescribedOperationExists() {
        Set<String> existing = new TreeSet<>();
        RESOURCES.forEach((segment, resource) -> collect(segment, resource, existing));
        Set<String> described = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(existing);
    }

    @Test
    void everyOperationDescribesTheRefusalsThatAnyRequestCanMeet() {
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Set<String> statuses = new TreeSet<>();
                    operation.getValue().path("responses").fieldNames().forEachRemaining(statuses::add);
                    assertThat(statuses)
                            .as(operation.getKey() + " " + path.getKey())
                            .contains("400", "403", "404", "405", "500");
                    assertThat(statuses.contains("406"))
                            .as("406 of " + operation.getKey() + " " + path.getKey())
                            .isEqualTo(hasContentToNegotiate(operation.getValue()));
                    if (operation.getValue().has("requestBody")) {
                        assertThat(statuses).as(path.getKey()).contains("413", "415");
                    }
                }));
    }

    private static boolean hasContentToNegotiate(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .anyMatch(response -> response.getValue().has("content")
                        || response.getValue().has("$ref"));
    }

    @Test
    void operationIdsAreThereAndUnique() {
        Map<String, String> ids = new TreeMap<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String id = operation.getValue().path("operationId").asText();
                    assertThat(id).as(path.getKey()).isNotEmpty();
                    assertThat(ids.put(id, path.getKey())).as(id).isNull();
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        contract.findValuesAsText("$ref")
                .forEach(reference -> assertThat(
                                contract.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyExampleFitsItsSchema() {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(), builder -> builder.schemas(Map.of(DOCUMENT, contract.toString())));
        checkExamples(contract, "", schemas);
    }

    private void checkExamples(JsonNode node, String pointer, SchemaRegistry schemas) {
        if (node.isObject() && node.has("example")) {
            String schema = node.has("schema") ? pointer + "/schema" : pointer;
            assertThat(schemas.getSchema(new JsonMapper().createObjectNode().put("$ref", DOCUMENT + "#" + schema))
                            .validate(node.get("example")))
                    .as(pointer)
                    .isEmpty();
        }
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!field.getKey().equals("example")) {
                    String name = field.getKey().replace("~", "~0").replace("/", "~1");
                    checkExamples(field.getValue(), pointer + "/" + name, schemas);
                }
            });
        }
    }

    /** The operations of a resource, and of those that its locators lead to. */
    private static void collect(String segment, Class<?> resource, Set<String> operations) {
        for (Method method : resource.getMethods()) {
            httpMethod(method).ifPresentOrElse(name -> operations.add(name + " " + path(segment, method)), () -> {
                if (method.isAnnotationPresent(Path.class)) {
                    collect(path(segment, method), method.getReturnType(), operations);
                }
            });
        }
    }

    private static java.util.Optional<String> httpMethod(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (name != null) {
                return java.util.Optional.of(name.value());
            }
        }
        return java.util.Optional.empty();
    }

    private static String path(String segment, Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? segment : segment + "/" + path.value();
    }

    private static JsonNode read() {
        try {
            return new JsonMapper().readTree(Contract.get().json());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
