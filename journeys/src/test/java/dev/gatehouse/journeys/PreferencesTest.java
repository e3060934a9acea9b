package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Somebody says how they want to be served, from several windows at once. */
@InHouse
class PreferencesTest {
    @Test
    void whatIsPreferredIsPatchedForWhatWasSeen(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.83.1");
        String token = house.login(person, "127.0.83.1").text("access_token");
        String path = "/users/" + person.id() + "/preferences";

        Answer none = client.get(path, token);
        assertThat(none.status()).as(none.body()).isEqualTo(200);
        assertThat(none.json().get("theme").isNull()).isTrue();
        String first = none.header("ETag").orElseThrow();

        Answer changed = patch(
                client,
                path,
                token,
                first,
                "{\"theme\": \"dark\", \"locale\": \"de\", \"notifications\": {\"newsletter\": false},"
                        + " \"custom\": {\"a\": {\"b\": 1, \"c\": 2}}}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        String second = changed.header("ETag").orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(client.get("/auth/me", token).text("locale")).isEqualTo("de");

        assertThat(patch(client, path, token, first, "{\"theme\": \"light\"}").status())
                .isEqualTo(412);
        assertThat(client.json("PATCH", path, Map.of("theme", "light"), token).status())
                .isEqualTo(428);

        Answer merged = patch(client, path, token, second, "{\"custom\": {\"a\": {\"b\": null}}, \"locale\": null}");
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().at("/custom/a").toString()).isEqualTo("{\"c\":2}");
        assertThat(merged.text("theme")).isEqualTo("dark");
        assertThat(merged.json().get("locale").isNull()).isTrue();
        assertThat(client.get(path, token).header("ETag")).isEqualTo(merged.header("ETag"));
    }

    @Test
    void onlyTheOutlineIsTakenAndNotTooMuchOfIt(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.83.2");
        String token = house.login(person, "127.0.83.2").text("access_token");
        String path = "/users/" + person.id() + "/preferences";

        Answer wrong = patch(
                client,
                path,
                token,
                "*",
                "{\"colour\": 1, \"theme\": \"pink\", \"timezone\": \"Mars/Base\", \"locale\": \"tlh\","
                        + " \"notifications\": {\"Loud\": \"yes\"}, \"mfa\": {\"off\": true}, \"custom\": []}");
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(400);
        assertThat(wrong.json().findValuesAsText("pointer"))
                .contains("/colour", "/theme", "/timezone", "/locale", "/notifications/Loud", "/mfa/off", "/custom");
        Answer large = patch(client, path, token, "*", "{\"custom\": {\"a\": \"" + "x".repeat(16 * 1024) + "\"}}");
        assertThat(large.status()).isEqualTo(400);
        assertThat(large.text("/errors/0/code")).isEqualTo("length");
        Answer larger = patch(client, path, token, "*", "{\"custom\": {\"a\": \"" + "x".repeat(65 * 1024) + "\"}}");
        assertThat(larger.status()).isEqualTo(413);
        assertThat(client.get(path, token).json().get("custom")).isEmpty();
    }

    @Test
    void parallelPatchesLoseNothing(House house) throws Exception {
        Person person = house.newPerson();
        Client client = house.client("127.0.83.3");
        String token = house.login(person, "127.0.83.3").text("access_token");
        String path = "/users/" + person.id() + "/preferences";
        String tag = client.get(path, token).header("ETag").orElseThrow();
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer>> anyTag = new ArrayList<>();
            List<Future<Answer>> sameTag = new ArrayList<>();
            for (int window = 0; window < 8; window++) {
                String name = "w" + window;
                sameTag.add(windows.submit(
                        () -> patch(client, path, token, tag, "{\"custom\": {\"first\": \"" + name + "\"}}")));
            }
            int done = 0;
            for (Future<Answer> one : sameTag) {
                assertThat(one.get().status()).as(one.get().body()).isIn(200, 412);
                done += one.get().status() == 200 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
            for (int window = 0; window < 8; window++) {
                String name = "w" + window;
                anyTag.add(windows.submit(
                        () -> patch(client, path, token, "*", "{\"custom\": {\"" + name + "\": true}}")));
            }
            for (Future<Answer> one : anyTag) {
                assertThat(one.get().status()).as(one.get().body()).isEqualTo(200);
            }
        } finally {
            windows.shutdownNow();
        }
        assertThat(client.get(path, token).json().get("custom")).hasSize(9);
    }

    @Test
    void somebodyElsesAreNotThere(House house) {
        Person person = house.newPerson();
        Person other = house.newPerson();
        Client client = house.client("127.0.83.4");
        String token = house.login(person, "127.0.83.4").text("access_token");

        assertThat(patch(client, "/users/" + other.id() + "/preferences", token, "*", "{\"theme\": \"dark\"}")
                        .status())
                .isEqualTo(404);
    }

    private static Answer patch(Client client, String path, String token, String ifMatch, String body) {
        return client.send(
                "PATCH",
                path,
                Map.of("Authorization", "Bearer " + token, "If-Match", ifMatch),
                body,
                "application/merge-patch+json");
    }
}
