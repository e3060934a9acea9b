package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody looks at where they are logged in, and ends what they do not know. */
@InHouse
class SessionsByRestTest {
    @Test
    void somebodySeesTheirSessionsAndEndsThem(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.64.1");
        Answer first = house.login(person, "127.0.64.1");
        String phone = house.login(person, "127.0.64.2").text("access_token");
        String laptop = house.login(person, "127.0.64.3").text("access_token");

        JsonNode items = client.get("/auth/sessions", laptop).json().get("items");
        assertThat(items).hasSize(3);
        JsonNode current = only(items, true);
        assertThat(current.get("ip_address").asText()).isEqualTo("127.0.64.3");
        assertThat(current.get("clients").toString()).isEqualTo("[\"gatehouse-app\"]");
        assertThat(current.get("remembered").asBoolean()).isFalse();
        assertThat(Instant.parse(current.get("expires_at").asText())).isAfter(Instant.now());

        String firstId = first.text("session_id");
        assertThat(client.send("DELETE", "/auth/sessions/" + firstId, bearer(laptop), null, null)
                        .status())
                .isEqualTo(204);
        assertThat(client.get("/auth/sessions", first.text("access_token")).status())
                .isEqualTo(401);
        assertThat(client.post("/auth/refresh", Map.of("refresh_token", first.text("refresh_token")))
                        .status())
                .isEqualTo(401);
        assertThat(client.send("DELETE", "/auth/sessions/" + firstId, bearer(laptop), null, null)
                        .status())
                .isEqualTo(404);

        assertThat(client.send("DELETE", "/auth/sessions", bearer(laptop), null, null)
                        .status())
                .isEqualTo(204);
        assertThat(client.get("/auth/sessions", phone).status()).isEqualTo(401);
        assertThat(client.get("/auth/sessions", laptop).json().get("items")).hasSize(1);
    }

    @Test
    void nobodySeesOrEndsTheSessionOfSomebodyElse(House house) {
        Client client = house.client("127.0.64.4");
        Answer victim = house.login(house.newPerson(), "127.0.64.4");
        String attacker = house.login(house.newPerson(), "127.0.64.4").text("access_token");

        assertThat(client.get("/auth/sessions", attacker).body()).doesNotContain(victim.text("session_id"));
        Answer refused =
                client.send("DELETE", "/auth/sessions/" + victim.text("session_id"), bearer(attacker), null, null);
        Answer absent = client.send("DELETE", "/auth/sessions/nobodys", bearer(attacker), null, null);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("title")).isEqualTo(absent.text("title"));
        assertThat(client.get("/auth/sessions", victim.text("access_token")).status())
                .isEqualTo(200);
        assertThat(client.get("/auth/sessions").status()).isEqualTo(401);
    }

    @Test
    void manySessionsComeInPages(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.64.5");
        String token = "";
        for (int login = 0; login < 5; login++) {
            token = house.login(person, "127.0.64.5").text("access_token");
        }
        List<String> seen = new ArrayList<>();
        String path = "/auth/sessions?limit=2";
        for (String next = path; next != null; ) {
            JsonNode page = client.get(next, token).json();
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            next = page.get("next_cursor").isNull()
                    ? null
                    : path + "&cursor=" + page.get("next_cursor").asText();
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(client.get(path + "&cursor=bent", token).status()).isEqualTo(400);
        assertThat(client.get("/auth/sessions?limit=0", token).status()).isEqualTo(400);
    }

    @Test
    void thePasswordOnceMoreMakesTheLoginFreshAndGuessesCount(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.64.6");
        Answer login = house.login(person, "127.0.64.6");
        String token = login.text("access_token");
        long before = login.claims("access_token").get("auth_time").asLong();
        org.awaitility.Awaitility.await().until(() -> Instant.now().getEpochSecond() > before);

        Answer again = client.post("/auth/reauthenticate", Map.of("password", person.password()), token);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.text("session_id")).isEqualTo(login.text("session_id"));
        assertThat(again.claims("access_token").get("auth_time").asLong()).isGreaterThan(before);

        Answer wrong = client.post("/auth/reauthenticate", Map.of("password", "not-it"), token);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("type")).isEqualTo("urn:gatehouse:problem:invalid-credentials");
        house.awaitFailures(person, 1);
        assertThat(house.failures(person)).isEqualTo(1);
        assertThat(client.post("/auth/reauthenticate", Map.of("password", person.password()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOwnerIsTold(House house) {
        Person person = house.newPerson(List.of());
        Client client = house.client("127.0.64.7");
        Answer here = client.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        Answer there = client.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        String token = here.text("access_token");
        int before = house.inbox().messagesTo(person.email()).size();

        Answer wrong = change(client, token, "not-it", "another long passphrase");
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(401);
        assertThat(client.get("/auth/sessions", there.text("access_token")).status())
                .isEqualTo(200);

        Answer done = change(client, token, person.password(), "another long passphrase");
        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(client.get("/auth/sessions", there.text("access_token")).status())
                .isEqualTo(401);
        assertThat(client.get("/auth/sessions", token).status()).isEqualTo(200);
        org.awaitility.Awaitility.await()
                .until(() -> house.inbox().messagesTo(person.email()).size() > before);
        assertThat(client.post("/auth/login", Map.of("username", person.username(), "password", person.password()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPasswordIsNotReplacedByWhoeverFoundAnOpenSession(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.64.8");
        String token = house.login(person, "127.0.64.8").text("access_token");
        Answer policy = house.adminGet("");
        house.adminPut("", Map.of("passwordPolicy", "length(12)"));
        try {
            Answer weak = change(client, token, person.password(), "short");
            assertThat(weak.status()).as(weak.body()).isEqualTo(422);
            assertThat(weak.text("type")).isEqualTo("urn:gatehouse:problem:password-policy");
        } finally {
            house.adminPut(
                    "",
                    Map.of(
                            "passwordPolicy",
                            policy.json().path("passwordPolicy").asText("")));
        }
        assertThat(client.post("/auth/change-password", Map.of("current_password", "a", "new_password", "b"))
                        .status())
                .isEqualTo(401);
    }

    private static Answer change(Client client, String token, String current, String password) {
        return client.post(
                "/auth/change-password", Map.of("current_password", current, "new_password", password), token);
    }

    private static JsonNode only(JsonNode items, boolean current) {
        List<JsonNode> found = new ArrayList<>();
        items.forEach(item -> {
            if (item.get("current").asBoolean() == current) {
                found.add(item);
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
