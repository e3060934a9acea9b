package dev.gatehouse.journeys.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation inside an organization, as the contract lists them, tried by every kind of caller, with ids of the
 * organization itself, of another one, of another realm and of nothing. What is not explained by a permission fails.
 */
@InHouse
class AccessMatrixTest {
    private static final String NOWHERE = "00000000-0000-0000-0000-00000000dead";

    @TestFactory
    Stream<DynamicTest> everyOperationAnswersEveryCallerAsItsPermissionSays(House house) {
        Ground ground = new Ground(house);
        String ofAnotherRealm = house.organizationOfAnotherRealm();
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            for (Kind kind : Kind.values()) {
                tests.add(dynamicTest(operation + " by " + kind, () -> caller(ground, operation, kind)));
                tests.add(dynamicTest(
                        operation + " by " + kind + " where nothing is",
                        () -> absent(ground, operation, kind, ofAnotherRealm)));
            }
            tests.add(dynamicTest(operation + " with ids of another organization", () -> crossed(ground, operation)));
        }
        return tests.stream();
    }

    private static void caller(Ground ground, Operation operation, Kind kind) {
        Site site = ground.site();
        Answer answer = send(ground, operation, kind, site.id(), site.variables(), body(operation, site.variables()));
        int expected = kind.expected(operation.permission());
        if (expected == 200) {
            assertThat(answer.status()).as(answer.body()).isNotIn(401, 403, 404).isLessThan(500);
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        }
        if (kind.isOutside()) {
            Answer nothing =
                    send(ground, operation, kind, NOWHERE, site.variables(), body(operation, site.variables()));
            assertThat(look(answer)).isEqualTo(look(nothing));
        }
        if (operation.changes() && answer.status() < 300) {
            ground.spoil();
        }
    }

    private static void absent(Ground ground, Operation operation, Kind kind, String ofAnotherRealm) {
        Site site = ground.site();
        int expected = kind == Kind.ANONYMOUS || kind == Kind.SUSPENDED ? 401 : 404;
        Answer nothing = send(ground, operation, kind, NOWHERE, site.variables(), body(operation, site.variables()));
        Answer elsewhere =
                send(ground, operation, kind, ofAnotherRealm, site.variables(), body(operation, site.variables()));
        assertThat(nothing.status()).as(nothing.body()).isEqualTo(expected);
        assertThat(look(elsewhere)).isEqualTo(look(nothing));
    }

    /** A member, role, invitation or domain of another organization is what none is, in the path as in the body. */
    private static void crossed(Ground ground, Operation operation) {
        for (String variable : Ground.ABSENT.keySet()) {
            if (!operation.hasVariable(variable)) {
                continue;
            }
            for (Kind kind : List.of(Kind.ADMIN, Kind.OWNER, Kind.REALM_ADMIN)) {
                if (kind.expected(operation.permission()) != 200) {
                    continue;
                }
                Answer foreign = crossed(
                        ground, operation, kind, variable, ground.other().variables());
                Answer nothing = crossed(ground, operation, kind, variable, Ground.ABSENT);
                assertThat(foreign.status()).as(kind + ": " + foreign.body()).isEqualTo(404);
                assertThat(look(foreign)).isEqualTo(look(nothing));
            }
        }
        if (operation.example().has("user_id") || operation.path().equals("/organizations/{id}/users")) {
            userIdInTheBody(ground, operation);
        }
        if (operation.paged()) {
            cursorOfAnother(ground, operation);
        }
    }

    private static Answer crossed(
            Ground ground, Operation operation, Kind kind, String variable, Map<String, String> from) {
        Site site = ground.site();
        Map<String, String> variables = new HashMap<>(site.variables());
        variables.put(variable, Objects.requireNonNull(from.get(variable)));
        return send(ground, operation, kind, site.id(), variables, body(operation, site.variables()));
    }

    private static void userIdInTheBody(Ground ground, Operation operation) {
        if (!operation.method().equals("POST")) {
            return;
        }
        Site site = ground.site();
        String foreign = Objects.requireNonNull(ground.other().variables().get("user_id"));
        Answer other = ground.client()
                .post("/organizations/" + site.id() + "/users", Map.of("user_id", foreign), ground.token(Kind.OWNER));
        Answer nobody = ground.client()
                .post("/organizations/" + site.id() + "/users", Map.of("user_id", NOWHERE), ground.token(Kind.OWNER));
        assertThat(other.status()).as(other.body()).isEqualTo(404);
        assertThat(look(other)).isEqualTo(look(nobody));
    }

    private static void cursorOfAnother(Ground ground, Operation operation) {
        String list = operation.path().replace("{id}", ground.other().id()) + "?limit=1";
        Answer page = ground.client().get(list, ground.token(Kind.OWNER_OF_ANOTHER));
        JsonNode cursor = page.json().path("next_cursor");
        if (cursor.isTextual()) {
            String path = operation.path().replace("{id}", ground.site().id()) + "?cursor=" + cursor.asText();
            assertThat(ground.client().get(path, ground.token(Kind.OWNER)).status())
                    .as("a cursor of another organization")
                    .isEqualTo(400);
        }
    }

    private static Answer send(
            Ground ground,
            Operation operation,
            Kind kind,
            String organization,
            Map<String, String> variables,
            @Nullable String body) {
        String path = operation.path().replace("{id}", organization);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        if (operation.method().equals("DELETE") && path.equals("/organizations/" + organization)) {
            path += "?confirm=" + ground.aliasOf(organization);
        }
        String token = ground.token(kind);
        return ground.client()
                .send(
                        operation.method(),
                        path,
                        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token),
                        body,
                        body == null ? null : "application/json");
    }

    /** The contract's own example, with ids that exist. */
    private static @Nullable String body(Operation operation, Map<String, String> variables) {
        if (operation.example().isMissingNode()) {
            return null;
        }
        JsonNode body = operation.example().deepCopy();
        if (body instanceof ObjectNode object && object.has("user_id")) {
            object.put("user_id", variables.get("user_id"));
        }
        return body.toString();
    }

    /** What a caller can see of an answer, but for the id of the request. */
    private static List<Object> look(Answer answer) {
        JsonNode body = answer.body().isEmpty() ? null : answer.json().deepCopy();
        if (body instanceof ObjectNode object) {
            object.remove("instance");
        }
        return List.of(answer.status(), new TreeSet<>(answer.headers().keySet()), String.valueOf(body));
    }
}
