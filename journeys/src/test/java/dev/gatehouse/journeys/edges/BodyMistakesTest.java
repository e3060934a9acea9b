package dev.gatehouse.journeys.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every field of every body, sent wrongly: the answer points at it, and at each of several. */
@InHouse
class BodyMistakesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static Ground ground;

    @BeforeAll
    static void prepare(House house) {
        ground = Ground.of(house);
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsPointedAt() {
        return DescribedOperation.all().stream()
                .filter(DescribedOperation::hasBody)
                .filter(operation -> operation.bodySchema().has("additionalProperties"))
                .map(operation -> dynamicTest(operation.toString(), () -> mistakes(operation)));
    }

    private static void mistakes(DescribedOperation operation) {
        ObjectNode unknown = good(operation);
        unknown.put("no_such_field", 1);
        assertThat(pointers(operation, unknown)).containsExactly("/no_such_field");

        JsonNode schema = operation.bodySchema();
        ObjectNode wrong = NODES.objectNode();
        List<String> fields = new ArrayList<>();
        schema.get("properties").properties().forEach(field -> {
            JsonNode mistake = mistake(operation, field.getValue());
            ObjectNode one = good(operation);
            one.set(field.getKey(), mistake);
            assertThat(pointers(operation, one))
                    .as(field.getKey())
                    .allSatisfy(pointer -> assertThat(pointer).startsWith("/" + field.getKey()))
                    .isNotEmpty();
            wrong.set(field.getKey(), mistake);
            fields.add("/" + field.getKey());
        });
        assertThat(pointers(operation, wrong)).as("all at once").containsAll(fields);

        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add("/" + name.asText()));
        if (!required.isEmpty()) {
            assertThat(pointers(operation, NODES.objectNode()))
                    .as("what has to be there")
                    .containsExactlyInAnyOrderElementsOf(required);
        }
    }

    private static ObjectNode good(DescribedOperation operation) {
        return operation.example() instanceof ObjectNode example ? example.deepCopy() : NODES.objectNode();
    }

    /** Something of a type that the field does not have. */
    private static JsonNode mistake(DescribedOperation operation, JsonNode schema) {
        return isObject(operation, schema)
                ? NODES.numberNode(7)
                : NODES.objectNode().put("an", "object");
    }

    private static boolean isObject(DescribedOperation operation, JsonNode schema) {
        JsonNode resolved = operation.resolved(schema);
        return resolved.path("type").toString().contains("object")
                || resolved.has("additionalProperties")
                || resolved.path("oneOf").findParents("$ref").stream().anyMatch(one -> isObject(operation, one));
    }

    private static List<String> pointers(DescribedOperation operation, ObjectNode body) {
        Answer answer = ground.client()
                .send(
                        operation.method(),
                        ground.path(operation),
                        ground.authorization(operation),
                        body.toString(),
                        operation.bodyType());
        assertThat(answer.status()).as(body + " " + answer.body()).isEqualTo(400);
        List<String> pointers = new ArrayList<>();
        answer.json().path("errors").forEach(error -> {
            pointers.add(error.path("pointer").asText());
            assertThat(error.path("message").asText()).isNotBlank();
        });
        return pointers;
    }
}
