package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.client.ExchangeCheck;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.server.testing.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole requests cost the same statements at 10 members and at 250, more than a page holds, and a login the same in 1
 * organization and in 100. Counted are the statements that the server logs on the threads of requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountTest {
    private static final String REALM = "demo";
    private static final String PASSWORD = "an-imported-password";
    private static final String SMALL = "bbbbbbbb-0000-4000-8000-000000000001";
    private static final String LARGE = "bbbbbbbb-0000-4000-8000-000000000002";
    private static final int MEMBERS_OF_SMALL = 10;
    private static final int MEMBERS_OF_LARGE = 250;
    private static final String SERVICE = Credentials.basic("service", "a-service-secret");

    private final RunningServer server;
    private final House house;
    private final Client client;

    StatementCountTest(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("realm.json");
        new ObjectMapper().writeValue(file.toFile(), realm());
        server = RunningServer.startWithRealm(file, "--log-level=info,org.hibernate.SQL:debug");
        house = House.of(server);
        client = house.client("127.0.71.1");
        fillLargeOne();
    }

    /** One by one: Keycloak imports many members in one transaction, which takes long. */
    private void fillLargeOne() {
        try (Client keycloak = new Client(server.base(), "127.0.71.2", ExchangeCheck.NONE)) {
            String token = "";
            for (int number = MEMBERS_OF_SMALL; number < MEMBERS_OF_LARGE; number++) {
                if (number % 100 == 0 || token.isEmpty()) {
                    token = administrator(keycloak);
                }
                Answer added = keycloak.send(
                        "POST",
                        "/admin/realms/" + REALM + "/organizations/" + LARGE + "/members",
                        Map.of("Authorization", "Bearer " + token),
                        '"' + id(number) + '"',
                        "application/json");
                assertThat(added.status()).as(added.body()).isEqualTo(201);
            }
        }
    }

    private static String administrator(Client keycloak) {
        return keycloak.form(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "admin"))
                .text("access_token");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void listsSearchAndDashboardCostTheSameAtAnyNumberOfMembers() throws IOException {
        String token = token("owner", "openid");
        awaitMembers(SMALL, MEMBERS_OF_SMALL, token);
        awaitMembers(LARGE, MEMBERS_OF_LARGE, token);
        for (String path : List.of("/users", "/users?search=member", "/users?search=member7", "/dashboard")) {
            assertThat(statements(() -> get("/organizations/" + LARGE + path, token)))
                    .as(path)
                    .isEqualTo(statements(() -> get("/organizations/" + SMALL + path, token)))
                    .isPositive();
        }
    }

    @Test
    void peopleCostTheSameAtAnyNumberOfThemAndOfWhatTheyBelongTo() throws IOException {
        String token = token("owner", "openid");
        for (String search : List.of("", "&search=member")) {
            assertThat(statements(() -> get("/users?limit=200" + search, token)))
                    .as(search)
                    .isEqualTo(statements(() -> get("/users?limit=10" + search, token)))
                    .isPositive();
        }
        String everywhere = idOf("everywhere");
        String once = idOf("once");
        for (int login = 0; login < 20; login++) {
            token("everywhere", "openid");
        }
        for (String path : List.of("", "/dashboard", "/activity")) {
            assertThat(statements(() -> get("/users/" + everywhere + path, token)))
                    .as(path)
                    .isEqualTo(statements(() -> get("/users/" + once + path, token)))
                    .isPositive();
        }
    }

    @Test
    void whatIsOnesOwnCostsTheSameInOneOrganizationAndInAHundred() throws IOException {
        String everywhere = token("everywhere", "openid");
        String once = token("once", "openid");
        assertThat(statements(() -> get("/auth/me", everywhere)))
                .isEqualTo(statements(() -> get("/auth/me", once)))
                .isPositive();
        String ofEverywhere = "/auth/permissions/" + idOf("everywhere");
        String ofOnce = "/auth/permissions/" + idOf("once");
        assertThat(statements(() -> get(ofEverywhere, everywhere)))
                .isEqualTo(statements(() -> get(ofOnce, once)))
                .isPositive();
    }

    private String idOf(String username) {
        return house.console()
                .send("GET", "/" + REALM + "/users?exact=true&username=" + username, null)
                .text("/0/id");
    }

    @Test
    void aDecisionCostsOneStatement() throws IOException {
        String id = idOf("owner");
        for (String organization : List.of(SMALL, LARGE, "small", "large")) {
            assertThat(statements(() -> authorize(id, organization)))
                    .as(organization)
                    .isEqualTo(1);
        }
    }

    @Test
    void aLoginCostsTheSameInOneOrganizationAndInAHundred() throws IOException {
        assertThat(statements(() -> token("everywhere", "openid organization:side-1")))
                .isEqualTo(statements(() -> token("once", "openid organization:side-1")))
                .isPositive();
    }

    /** The fewest of three requests after one that fills Keycloak's caches; a log that was begun anew meanwhile tells nothing. */
    private long statements(Runnable request) throws IOException {
        request.run();
        long fewest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = logged();
            request.run();
            long after = logged();
            fewest = after < before ? fewest : Math.min(fewest, after - before);
        }
        return fewest;
    }

    private long logged() throws IOException {
        try (Stream<String> lines = Files.lines(server.log(), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("[org.hibernate.SQL]") && line.contains("(executor-thread"))
                    .count();
        }
    }

    private void awaitMembers(String organization, int members, String token) {
        Awaitility.await("the projection")
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(get("/organizations/" + organization + "/dashboard", token)
                                .text("/members/total"))
                        .isEqualTo(Integer.toString(members)));
    }

    private Answer get(String path, String token) {
        Answer answer = client.get(path, token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void authorize(String userId, String organization) {
        String question = """
                {"subject": {"type": "user", "id": "%s"}, "action": {"name": "organization:read"},
                 "resource": {"type": "invoice", "id": "1", "properties": {"organization": "%s"}}}""".formatted(userId, organization);
        Answer answer =
                client.send("POST", "/auth/authorize", Map.of("Authorization", SERVICE), question, "application/json");
        assertThat(answer.text("/context/reason")).as(answer.body()).isEqualTo("permission_held");
    }

    private String token(String username, String scope) {
        return client.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "app",
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "scope",
                                scope))
                .text("access_token");
    }

    private static Map<String, Object> realm() {
        List<Object> users = new ArrayList<>(List.of(
                administrator(),
                person("once"),
                person("everywhere"),
                Map.of(
                        "username",
                        "service-account-service",
                        "enabled",
                        true,
                        "serviceAccountClientId",
                        "service",
                        "realmRoles",
                        List.of("decide-access"))));
        IntStream.range(1, MEMBERS_OF_LARGE)
                .mapToObj(number -> Map.of("id", id(number), "username", "member" + number, "enabled", true))
                .forEach(users::add);
        List<Object> organizations =
                new ArrayList<>(List.of(organization(SMALL, "small"), organization(LARGE, "large")));
        for (int number = 1; number <= 100; number++) {
            organizations.add(Map.of(
                    "name",
                    "Side " + number,
                    "alias",
                    "side-" + number,
                    "enabled",
                    true,
                    "members",
                    number == 1 ? List.of(member("once"), member("everywhere")) : List.of(member("everywhere"))));
        }
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "organizationsEnabled",
                true,
                "attributes",
                Map.of("gatehouse.enabled", "true"),
                "roles",
                Map.of("realm", List.of(Map.of("name", "decide-access"))),
                "clients",
                List.of(
                        Map.of(
                                "clientId",
                                "app",
                                "enabled",
                                true,
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "fullScopeAllowed",
                                true,
                                "attributes",
                                Map.of("gatehouse.first-party", "true")),
                        Map.of(
                                "clientId",
                                "service",
                                "enabled",
                                true,
                                "secret",
                                "a-service-secret",
                                "serviceAccountsEnabled",
                                true)),
                "users",
                users,
                "organizations",
                organizations);
    }

    private static Map<String, Object> organization(String id, String alias) {
        String owners = id.replace("bbbbbbbb", "cccccccc");
        List<Object> all = new ArrayList<>();
        all.add(Map.of("username", "owner", "membershipType", "UNMANAGED", "groups", List.of(owners)));
        IntStream.range(1, MEMBERS_OF_SMALL)
                .mapToObj(number -> member("member" + number))
                .forEach(all::add);
        Map<String, Object> group =
                Map.of("id", owners, "name", "owner", "attributes", Map.of("gatehouse.role", List.of("owner")));
        return Map.of(
                "id", id, "name", alias, "alias", alias, "enabled", true, "groups", List.of(group), "members", all);
    }

    private static String id(int member) {
        return "eeeeeeee-0000-4000-8000-%012d".formatted(member);
    }

    private static Map<String, Object> member(String username) {
        return Map.of("username", username, "membershipType", "UNMANAGED");
    }

    private static Map<String, Object> administrator() {
        Map<String, Object> owner = new HashMap<>(person("owner"));
        owner.put("clientRoles", Map.of("realm-management", List.of("view-users")));
        return owner;
    }

    private static Map<String, Object> person(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@counted.example.test",
                "emailVerified",
                true,
                "firstName",
                "Some",
                "lastName",
                "Body",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)));
    }
}
