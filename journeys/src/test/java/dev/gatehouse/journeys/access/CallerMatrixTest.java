package dev.gatehouse.journeys.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract that is neither inside an organization ({@link AccessMatrixTest}) nor about one person
 * ({@link PersonAccessTest}), tried by every kind of caller: who may call it stands in the contract's {@code security}.
 */
@InHouse
class CallerMatrixTest {
    private static final String REALM = "callers-elsewhere";

    /** For administrators of the realm, and for nobody else who has a token. */
    private static final Set<String> ADMINISTRATION = Set.of("GET /users", "POST /users/profile");

    private static final Set<String> BY_ROLE = Set.of("POST /organizations");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static House house;
    private static String administrators;
    private static String viewer;
    private static String elsewhere;
    private static String powerless;

    @BeforeAll
    static void prepare(House shared) {
        house = shared;
        Person admin = house.newPerson();
        house.makeRealmAdministrator(admin);
        administrators = login(admin);
        house.newRealm(REALM);
        elsewhere = tokenElsewhere();
        viewer = viewer();
        powerless = powerlessService();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationAnswersEveryKindOfCallerAsTheContractSays() {
        return DescribedOperation.all().stream()
                .filter(operation -> !operation.path().startsWith("/organizations/{id}")
                        && !operation.path().startsWith("/users/{id}"))
                .map(operation -> dynamicTest(operation.toString(), () -> tried(operation)));
    }

    private static void tried(DescribedOperation operation) {
        Client client = client();
        boolean forUsers = operation.knowsUsers();
        boolean forServices =
                !operation.description().path("security").findValues("service").isEmpty();
        if (!forUsers) {
            assertThat(status(client, operation, bearer(elsewhere)))
                    .as("a token says nothing to an operation for anyone")
                    .isEqualTo(status(client, operation, null));
            return;
        }
        assertThat(status(client, operation, null)).as("nobody").isEqualTo(401);
        assertThat(status(client, operation, bearer(elsewhere)))
                .as("a user of another realm")
                .isEqualTo(401);
        assertThat(status(client, operation, Credentials.basic("gatehouse-service", "a wrong secret")))
                .as("a service with a wrong secret")
                .isEqualTo(401);
        int service = status(client, operation, Credentials.OF_SERVICE);
        assertThat(service).as("a service").isIn(forServices ? List.of(200, 304, 400, 404) : List.of(401));
        if (forServices) {
            assertThat(status(client, operation, Credentials.basic("powerless", powerless)))
                    .as("a service without the role")
                    .isEqualTo(403);
        }
        // By a session of its own: some of the operations end it.
        Answer answer = ask(client, operation, bearer(login(house.newPerson())));
        int user = answer.status();
        if (ADMINISTRATION.contains(operation.toString())) {
            assertThat(user).as("a user").isIn(403, 404);
            assertThat(status(client, operation, bearer(administrators)))
                    .as("an administrator")
                    .isNotIn(401, 403, 404);
            assertThat(status(client, operation, bearer(viewer)))
                    .as("an administrator who may only look")
                    .isIn(operation.method().equals("GET") ? List.of(200) : List.of(403, 404));
        } else if (BY_ROLE.contains(operation.toString())) {
            assertThat(user).as("a user without the role").isEqualTo(403);
            assertThat(status(client, operation, bearer(administrators)))
                    .as("an administrator")
                    .isNotIn(401, 403, 404);
        } else {
            // The contract's example may name a token that is good no more; that is no word about the caller.
            assertThat(answer.body()).as("a user").doesNotContain("problem:unauthenticated");
            assertThat(user).as("a user").isLessThan(500);
        }
    }

    private static int status(Client client, DescribedOperation operation, @Nullable String authorization) {
        return ask(client, operation, authorization).status();
    }

    private static Answer ask(Client client, DescribedOperation operation, @Nullable String authorization) {
        // Without a refresh token it is the caller's own session that a logout ends.
        boolean bare = !operation.hasBody() || operation.path().equals("/auth/logout");
        String body = bare ? null : body(operation.example());
        String path = operation.path().equals("/auth/validate") && body == null
                ? "/auth/validate?audience=gatehouse-service"
                : operation.path().replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-00000000dead");
        return client.send(
                operation.method(),
                path,
                authorization == null ? Map.of() : Map.of("Authorization", authorization),
                body,
                body == null ? null : operation.bodyType());
    }

    /** The contract's own example; without an organization that is not there, since that would be all the answer. */
    private static String body(JsonNode example) {
        if (example.has("organization_id")) {
            return "{\"email\": \"caller@example.test\"}";
        }
        return example.isMissingNode() ? "{}" : example.toString();
    }

    private static Client client() {
        return house.client("127.0.88." + ADDRESSES.incrementAndGet());
    }

    private static String login(Person person) {
        return house.login(person, "127.0.89." + ADDRESSES.incrementAndGet() % 250)
                .text("access_token");
    }

    private static String viewer() {
        Person person = house.newPerson(List.of());
        String realmManagement =
                house.adminGet("/clients?clientId=realm-management").text("/0/id");
        JsonNode role = house.adminGet("/clients/" + realmManagement + "/roles/view-users")
                .json();
        Answer granted = house.console()
                .send(
                        "POST",
                        "/demo/users/" + person.id() + "/role-mappings/clients/" + realmManagement,
                        List.of(role));
        assertThat(granted.status()).as(granted.body()).isEqualTo(204);
        return client().post("/auth/login", Map.of("username", person.username(), "password", person.password()))
                .text("access_token");
    }

    private static String powerlessService() {
        Answer made = house.admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        "powerless",
                        "secret",
                        "the secret of the powerless service",
                        "serviceAccountsEnabled",
                        true,
                        "publicClient",
                        false));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return "the secret of the powerless service";
    }

    private static String tokenElsewhere() {
        Answer made = house.console()
                .send(
                        "POST",
                        "/" + REALM + "/users",
                        Map.of(
                                "username", "caller",
                                "email", "caller@elsewhere.example.test",
                                "emailVerified", true,
                                "firstName", "Some",
                                "lastName", "Body",
                                "enabled", true,
                                "credentials", List.of(Map.of("type", "password", "value", "a caller elsewhere"))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return house.wholeServer("127.0.88.200")
                .form(
                        "/realms/" + REALM + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "caller",
                                "password", "a caller elsewhere",
                                "scope", "openid"))
                .text("access_token");
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }
}
