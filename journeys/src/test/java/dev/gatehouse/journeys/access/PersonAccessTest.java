package dev.gatehouse.journeys.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation on one person, as the contract lists them, tried by everybody whose business it is not. */
@InHouse
class PersonAccessTest {
    private static final String ADDRESS = "127.0.86.1";
    private static final String NOBODY = "00000000-0000-0000-0000-00000000dead";

    private record Operation(
            String method, String path, @Nullable String body) {
        Answer send(Client client, String id, @Nullable String token) {
            Map<String, String> headers = new HashMap<>(Map.of("If-Match", "*"));
            if (token != null) {
                headers.put("Authorization", "Bearer " + token);
            }
            return client.send(
                    method, path.replace("{id}", id), headers, body, body == null ? null : "application/json");
        }
    }

    @Test
    void anotherPersonsAccountDoesNotExist(House house) {
        Client client = house.client(ADDRESS);
        Person owner = house.newPerson("create-organization");
        Person member = house.newPerson();
        String admins = house.login(house.demoUser("admin-demo"), ADDRESS).text("access_token");
        String owners = house.login(owner, ADDRESS).text("access_token");
        String members = house.login(member, ADDRESS).text("access_token");
        String organization = client.post("/organizations", Map.of("name", "Persons of " + owner.username()), owners)
                .text("id");
        assertThat(client.post("/organizations/" + organization + "/users", Map.of("user_id", member.id()), admins)
                        .status())
                .isEqualTo(201);
        String stranger = strangerIn(house, "persons-of-" + owner.username());
        Person suspended = house.newPerson();
        String suspendeds = house.login(suspended, ADDRESS).text("access_token");
        house.disable(suspended);

        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(6);
        for (Operation operation : operations) {
            assertThat(operation.send(client, member.id(), null).status())
                    .as("%s by anybody", operation)
                    .isEqualTo(401);
            assertThat(operation.send(client, suspended.id(), suspendeds).status())
                    .as("%s by somebody suspended", operation)
                    .isEqualTo(401);
            assertThat(look(operation.send(client, member.id(), owners)))
                    .as("%s by the owner of an organization, of a member", operation)
                    .isEqualTo(look(operation.send(client, NOBODY, owners)));
            assertThat(operation.send(client, owner.id(), members).status())
                    .as("%s by a member, of the owner", operation)
                    .isEqualTo(404);
            assertThat(operation.send(client, stranger, owners).status())
                    .as("%s of somebody in another realm", operation)
                    .isEqualTo(404);
            assertThat(look(operation.send(client, stranger, admins)))
                    .as("%s of somebody in another realm, by an administrator", operation)
                    .isEqualTo(look(operation.send(client, NOBODY, admins)));
        }
        assertThat(client.get("/auth/me", members).text("first_name")).isEqualTo("Some");
        assertThat(client.get("/users/" + member.id(), admins).status()).isEqualTo(200);
    }

    private static String strangerIn(House house, String realm) {
        house.newRealm(realm);
        String location = house.console()
                .send("POST", "/" + realm + "/users", Map.of("username", "stranger", "enabled", true))
                .header("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<Operation> operations() {
        return DescribedOperation.all().stream()
                .filter(operation -> operation.path().startsWith("/users/{id}"))
                .map(operation -> new Operation(
                        operation.method(),
                        operation.path(),
                        operation.example().isMissingNode()
                                ? null
                                : operation.example().toString()))
                .toList();
    }

    /** What a caller can see of an answer, but for the id of the request. */
    private static List<Object> look(Answer answer) {
        JsonNode body = answer.json().deepCopy();
        if (body instanceof ObjectNode object) {
            object.remove("instance");
        }
        return List.of(answer.status(), new TreeSet<>(answer.headers().keySet()), body.toString());
    }
}
