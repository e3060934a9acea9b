package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A first-party app logs a person in without a browser: password, code, tokens. */
@InHouse
class LoginByRestTest {
    @Test
    void aPasswordAndTheCodeFromTheMailBecomeTokens(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.1.1");

        Answer refused = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
        assertThat(refused.text("/methods/0/type")).isEqualTo("email");
        assertThat(refused.text("/methods/0/label")).doesNotContain(person.username());

        Answer challenge = challenge(app, refused);
        assertThat(challenge.status()).isEqualTo(202);
        assertThat(challenge.json().get("attempts_left").asInt()).isEqualTo(5);

        String code = house.inbox().codeAfter(0, person.email());
        Answer tokens = verify(app, refused, challenge, code);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(tokens.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));

        Answer userinfo =
                house.client("127.0.1.1").get("/protocol/openid-connect/userinfo", tokens.text("access_token"));
        assertThat(userinfo.status()).isIn(200, 403);

        assertThat(verify(app, refused, challenge, code).status())
                .as("the same code and mfa_token again")
                .isEqualTo(401);
    }

    @Test
    void theTokenEndpointIsNoWayRoundTheSecondFactor(House house) {
        Person person = house.newPerson();

        Answer answer = house.client("127.0.1.2")
                .form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "gatehouse-app",
                                "username",
                                person.username(),
                                "password",
                                person.password()));

        assertThat(answer.status()).isBetween(400, 403);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void fiveWrongCodesEndTheCodeEvenInParallelAndCountAsFailures(House house) throws Exception {
        Person person = house.newPerson();
        Client app = house.client("127.0.1.3");
        Answer refused = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        Answer challenge = challenge(app, refused);
        String code = house.inbox().codeAfter(0, person.email());

        ExecutorService guessers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> guesses = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(guess -> () -> verify(app, refused, challenge, wrong(code, guess)))
                    .toList();
            Set<Integer> left = new HashSet<>();
            int judged = 0;
            for (Future<Answer> answer : guessers.invokeAll(guesses)) {
                Answer judgement = answer.get();
                assertThat(judgement.status()).isNotEqualTo(200);
                if (judgement.status() == 422 && judgement.json().has("attempts_left")) {
                    judged++;
                    left.add(judgement.json().get("attempts_left").asInt());
                }
            }
            assertThat(judged).as("guesses that were judged").isLessThanOrEqualTo(5);
            assertThat(left).hasSize(judged);
        } finally {
            guessers.shutdownNow();
        }

        assertThat(verify(app, refused, challenge, code).status())
                .as("the right code, after the fifth wrong one")
                .isNotEqualTo(200);
        assertThat(house.failures(person)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void knownAndUnknownAccountsAreToldTheSame(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.1.4");

        Answer known = app.post("/auth/login", Map.of("username", person.username(), "password", "not-the-password"));
        Answer unknown = app.post("/auth/login", Map.of("username", "nobody-here", "password", "not-the-password"));

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(known.text("type")).isEqualTo(unknown.text("type"));
        assertThat(withoutTrace(known)).isEqualTo(withoutTrace(unknown));
        assertThat(known.headers().keySet()).isEqualTo(unknown.headers().keySet());
    }

    @Test
    void aRequestThatIsNotUnderstoodIsAnsweredByFieldAndNothingHappens(House house) {
        Client app = house.client("127.0.1.5");

        Answer missing = app.post("/auth/login", Map.of("username", "alice"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text("/errors/0/pointer")).isEqualTo("/password");

        Answer unknown = app.post("/auth/login", Map.of("username", "alice", "password", "x", "passwrod", "y"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/passwrod");
    }

    private static String withoutTrace(Answer answer) {
        return answer.body().replaceAll("urn:gatehouse:trace:[0-9a-f]+", "");
    }

    private static Answer challenge(Client app, Answer refused) {
        return app.post(
                "/mfa/challenge",
                Map.of("mfa_token", refused.text("mfa_token"), "method_id", refused.text("/methods/0/id")));
    }

    private static Answer verify(Client app, Answer refused, Answer challenge, String code) {
        return app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", refused.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", code));
    }

    private static String wrong(String code, int guess) {
        return String.format("%06d", (Integer.parseInt(code) + 1 + guess) % 1_000_000);
    }
}
