package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Creations whose answer was lost are asked for again, under a key. */
@InHouse
class IdempotencyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that can be made. */
    private record Creation(String path, Map<String, ?> body) {}

    @TestFactory
    Stream<DynamicTest> whateverIsMadeIsMadeOnce(House house) {
        Company company = Company.found(house, "127.0.66.1");
        String administrator = administrator(house);
        String own = "/organizations/" + company.id();
        String name = company.founder().person().username();
        String colleague = house.newPerson().id();
        return Stream.of(
                        new Creation("/organizations", Map.of("name", "Once", "alias", "once-" + name)),
                        new Creation(
                                own + "/roles", Map.of("name", "clerk", "permissions", List.of("organization:read"))),
                        new Creation(own + "/domains", Map.of("domain", name + ".once.example.test")),
                        new Creation(own + "/invitations", Map.of("email", name + "-1@once.example.test")),
                        new Creation(own + "/users", Map.of("user_id", colleague)),
                        new Creation("/users/profile", Map.of("email", name + "-2@once.example.test")))
                .map(creation -> dynamicTest(creation.path().replace(company.id(), "{id}"), () -> {
                    Answer first = send(company, administrator, "\"the-first\"", creation.path(), creation.body());
                    assertThat(first.status()).as(first.body()).isEqualTo(201);
                    Answer again = send(company, administrator, "the-first", creation.path(), creation.body());
                    assertThat(again.status()).isEqualTo(201);
                    assertThat(again.body()).isEqualTo(first.body());
                    assertThat(again.header("Location")).isEqualTo(first.header("Location"));

                    Map<String, Object> changed = new HashMap<>(creation.body());
                    changed.put("unheard_of", true);
                    Answer other = send(company, administrator, "the-first", creation.path(), changed);
                    assertThat(other.status()).isEqualTo(422);
                    assertThat(other.text("type")).isEqualTo("urn:gatehouse:problem:idempotency-key-reused");

                    assertThat(send(company, administrator, "another", creation.path(), creation.body())
                                    .status())
                            .as("without its key it is a request of its own")
                            .isIn(200, 201, 202, 409);
                }));
    }

    @Test
    void aKeyOfSomebodyElseOpensNothing(House house) {
        Company company = Company.found(house, "127.0.66.2");
        Employee stranger = company.stranger();
        String path = "/organizations/" + company.id() + "/roles";
        Map<String, ?> role = Map.of("name", "clerk", "permissions", List.of("organization:read"));
        assertThat(send(company, company.founder().token(), "shared", path, role)
                        .status())
                .isEqualTo(201);
        assertThat(send(company, stranger.token(), "shared", path, role).status())
                .isEqualTo(404);
        assertThat(send(company, "not-a-token", "shared", path, role).status()).isEqualTo(401);
        assertThat(send(company, company.founder().token(), "two words", path, role)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWasRefusedIsAskedForAgainOnceItIsRight(House house) {
        Company company = Company.found(house, "127.0.66.3");
        String path = "/organizations/" + company.id() + "/roles";
        String token = company.founder().token();
        Map<String, ?> wrong = Map.of("name", "clerk", "permissions", List.of("no such permission"));
        assertThat(send(company, token, "one", path, wrong).status()).isEqualTo(400);
        Map<String, ?> right = Map.of("name", "clerk", "permissions", List.of("organization:read"));
        assertThat(send(company, token, "one", path, right).status()).isEqualTo(201);
    }

    @Test
    void ofManyAtTheSameMomentOneMakesAndAllHearOfIt(House house) {
        Company company = Company.found(house, "127.0.66.4");
        String address = company.founder().person().username() + "-3@once.example.test";
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Answer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> send(
                                company,
                                company.founder().token(),
                                "\"all at once\"",
                                "/organizations/" + company.id() + "/invitations",
                                Map.of("email", address)),
                        threads))
                .limit(16)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        threads.shutdown();
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        house.inbox().linkAfter(0, address);
        assertThat(house.inbox().messagesTo(address)).hasSize(1);
    }

    /** Somebody who may make organizations and accounts, with a token. */
    private static String administrator(House house) {
        Person person = house.newPerson("create-organization");
        house.makeRealmAdministrator(person);
        return house.login(person, "127.0.66.1").text("access_token");
    }

    private static Answer send(Company company, String token, String key, String path, Map<String, ?> body) {
        try {
            return company.client()
                    .send(
                            "POST",
                            path,
                            Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key),
                            JSON.writeValueAsString(body),
                            "application/json");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
