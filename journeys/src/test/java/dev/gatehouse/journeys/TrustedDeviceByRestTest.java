package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An app keeps a device token, and others try to make something of it. */
@InHouse
class TrustedDeviceByRestTest {

    /** Logs in with the code from the mail, and asks for the device to be trusted. */
    private static Answer trust(House house, Client app, Person person) {
        int before = house.inbox().messagesTo(person.email()).size();
        Answer due = login(app, person, Map.of());
        Answer challenge = app.post(
                "/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", due.text("/methods/0/id")));
        assertThat(challenge.status()).as(challenge.body()).isEqualTo(202);
        Answer tokens = app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", due.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", house.inbox().codeAfter(before, person.email()),
                        "trust_device", true));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        return tokens;
    }

    private static Answer login(Client app, Person person, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("username", person.username(), "password", person.password()));
        body.putAll(more);
        return app.post("/auth/login", body);
    }

    private static void assertFactorIsDue(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
    }

    private static String acr(Answer tokens) {
        try {
            JsonNode claims = new ObjectMapper()
                    .readTree(Base64.getUrlDecoder()
                            .decode(tokens.text("access_token").split("\\.")[1]));
            return claims.path("acr").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDeviceTokenStandsInForTheSecondFactorAndForNothingElse(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.42.1");
        Answer first = trust(house, app, person);
        String token = first.text("device_token");
        assertThat(acr(first)).isEqualTo("2");
        assertThat(token).doesNotContain(person.id());

        Answer second = login(app, person, Map.of("device_token", token));
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(acr(second)).as("a device is no factor").isEqualTo("1");
        assertThat(second.json().has("device_token")).isFalse();

        assertThat(login(app, person, Map.of("device_token", token, "acr_values", "1"))
                        .status())
                .isEqualTo(200);
        assertFactorIsDue(login(app, person, Map.of("device_token", token, "acr_values", "2")));
        assertFactorIsDue(login(app, person, Map.of()));
        assertFactorIsDue(login(app, person, Map.of("device_token", token + "x")));
        assertFactorIsDue(login(app, house.newPerson(), Map.of("device_token", token)));
        assertThat(login(app, person, Map.of("device_token", token, "password", "a guess"))
                        .status())
                .as("without the password")
                .isEqualTo(401);
        assertThat(app.form(
                                "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "gatehouse-app",
                                        "username",
                                        person.username(),
                                        "password",
                                        person.password(),
                                        "device_token",
                                        token))
                        .status())
                .as("Keycloak's token endpoint knows no devices")
                .isEqualTo(400);
    }

    @Test
    void theOwnerListsAndForgetsAndNobodyElseDoes(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.42.2");
        Answer first = trust(house, app, person);
        Answer second = trust(house, app, person);
        String bearer = second.text("access_token");

        Answer page = app.get("/mfa/trusted-devices?limit=1", bearer);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("items")).hasSize(1);
        Answer rest = app.get("/mfa/trusted-devices?limit=1&cursor=" + page.text("next_cursor"), bearer);
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(rest.json().path("next_cursor").isNull()).isTrue();
        String newest = page.text("/items/0/id");
        assertThat(rest.text("/items/0/id")).isNotEqualTo(newest);

        Client stranger = house.client("127.0.42.3");
        String strangers = house.login(house.newPerson(), "127.0.42.3").text("access_token");
        assertThat(stranger.get("/mfa/trusted-devices?cursor=" + page.text("next_cursor"), strangers)
                        .status())
                .as("another list's cursor")
                .isEqualTo(400);
        assertThat(delete(stranger, "/mfa/trusted-devices/" + newest, strangers).status())
                .isEqualTo(404);
        String password = house.adminGet("/users/" + person.id() + "/credentials").json().findParents("type").stream()
                .filter(credential -> credential.path("type").asText().equals("password"))
                .map(credential -> credential.path("id").asText())
                .findFirst()
                .orElseThrow();
        assertThat(delete(app, "/mfa/trusted-devices/" + password, bearer).status())
                .as("a credential that is no device")
                .isEqualTo(404);
        assertThat(app.get("/mfa/trusted-devices").status()).isEqualTo(401);

        assertThat(delete(app, "/mfa/trusted-devices/" + newest, bearer).status())
                .isEqualTo(204);
        assertThat(delete(app, "/mfa/trusted-devices/" + newest, bearer).status())
                .isEqualTo(404);
        assertFactorIsDue(login(app, person, Map.of("device_token", second.text("device_token"))));
        assertThat(login(app, person, Map.of("device_token", first.text("device_token")))
                        .status())
                .isEqualTo(200);
        assertThat(delete(app, "/mfa/trusted-devices", bearer).status()).isEqualTo(204);
        assertFactorIsDue(login(app, person, Map.of("device_token", first.text("device_token"))));
    }

    @Test
    void aNewPasswordVoidsTheDeviceAndAPolicyForbidsIt(House house) {
        Customer customer = Customer.of(house, "127.0.42.4");
        Person person = house.newPerson();
        customer.add(person);
        Client app = house.client("127.0.42.5");
        String token = trust(house, app, person).text("device_token");

        house.adminPut(
                "/users/" + person.id() + "/reset-password",
                Map.of("type", "password", "value", person.password(), "temporary", false));
        assertFactorIsDue(login(app, person, Map.of("device_token", token)));

        String another = trust(house, app, person).text("device_token");
        customer.policies(Map.of("mfa", Map.of("required", true)));
        assertFactorIsDue(login(app, person, Map.of("device_token", another)));
        assertThat(trust(house, app, person).json().has("device_token")).isFalse();
    }

    @Test
    void ofManyLoginsAtOnceNoneGetsByOnceTheDeviceIsForgotten(House house) throws Exception {
        Person person = house.newPerson();
        Client app = house.client("127.0.42.6");
        Answer first = trust(house, app, person);
        Map<String, String> device = Map.of("device_token", first.text("device_token"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            // Keycloak lets one login of a user through at a time, and refuses the others as if the password were
            // wrong.
            assertThat(statuses(threads, app, person, device)).contains(200).doesNotContain(403);
            assertThat(delete(app, "/mfa/trusted-devices", first.text("access_token"))
                            .status())
                    .isEqualTo(204);
            assertThat(statuses(threads, app, person, device)).contains(403).doesNotContain(200);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Integer> statuses(
            ExecutorService threads, Client app, Person person, Map<String, String> device) throws Exception {
        List<Future<Integer>> logins = IntStream.range(0, 4)
                .mapToObj(at -> threads.submit(() -> login(app, person, device).status()))
                .toList();
        List<Integer> statuses = new java.util.ArrayList<>();
        for (Future<Integer> login : logins) {
            statuses.add(login.get());
        }
        return statuses;
    }

    private static Answer delete(Client app, String path, String bearer) {
        return app.send("DELETE", path, Map.of("Authorization", "Bearer " + bearer), null, null);
    }
}
