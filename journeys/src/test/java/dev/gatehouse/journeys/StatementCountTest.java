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
import java.util.List;
import java.util.Map;
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
    private static final String SERVICE = Credentials.basic("service", "a-service-secret");

    private final RunningServer server;
    private final House house;
    private final Client client;

    StatementCountTest(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("realm.json");
        new ObjectMapper().writeValue(file.toFile(), CountedRealm.file());
        server = RunningServer.startWithRealm(file, "--log-level=info,org.hibernate.SQL:debug");
        house = House.of(server);
        client = house.client("127.0.71.1");
        fillLargeOne();
    }

    /** One by one: Keycloak imports many members in one transaction, which takes long. */
    private void fillLargeOne() {
        try (Client keycloak = new Client(server.base(), "127.0.71.2", ExchangeCheck.NONE)) {
            String token = "";
            for (int number = CountedRealm.MEMBERS_OF_SMALL; number < CountedRealm.MEMBERS_OF_LARGE; number++) {
                if (number % 100 == 0 || token.isEmpty()) {
                    token = administrator(keycloak);
                }
                Answer added = keycloak.send(
                        "POST",
                        "/admin/realms/" + CountedRealm.REALM + "/organizations/" + CountedRealm.LARGE + "/members",
                        Map.of("Authorization", "Bearer " + token),
                        '"' + CountedRealm.id(number) + '"',
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
        awaitMembers(CountedRealm.SMALL, CountedRealm.MEMBERS_OF_SMALL, token);
        awaitMembers(CountedRealm.LARGE, CountedRealm.MEMBERS_OF_LARGE, token);
        for (String path : List.of("/users", "/users?search=member", "/users?search=member7", "/dashboard")) {
            assertThat(statements(() -> get("/organizations/" + CountedRealm.LARGE + path, token)))
                    .as(path)
                    .isEqualTo(statements(() -> get("/organizations/" + CountedRealm.SMALL + path, token)))
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
                .send("GET", "/" + CountedRealm.REALM + "/users?exact=true&username=" + username, null)
                .text("/0/id");
    }

    @Test
    void aDecisionCostsOneStatement() throws IOException {
        String id = idOf("owner");
        for (String organization : List.of(CountedRealm.SMALL, CountedRealm.LARGE, "small", "large")) {
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
                                CountedRealm.PASSWORD,
                                "scope",
                                scope))
                .text("access_token");
    }
}
