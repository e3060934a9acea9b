package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A first-party app lets people set second factors up, use them and give them up. */
@InHouse
class SecondFactorsByRestTest {
    @Test
    void anAuthenticatorAppIsSetUpAndLogsIn(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.70.1");
        String token = house.login(person, "127.0.70.1").text("access_token");

        Answer setup = app.post("/mfa/setup", Map.of("type", "totp", "label", "My phone"), token);
        assertThat(setup.status()).as(setup.body()).isEqualTo(201);
        assertThat(setup.text("status")).isEqualTo("pending");
        assertThat(setup.text("otpauth_uri")).startsWith("otpauth://totp/");
        assertThat(setup.text("qr_code")).startsWith("data:image/png;base64,");
        assertThat(setup.header("Cache-Control")).contains("no-store");
        Authenticator authenticator = new Authenticator(setup.text("secret"));
        Instant begun = Instant.now();
        assertThat(types(app, token)).containsExactly("email", "totp");

        Answer wrong = app.post("/mfa/verify", Map.of("method_id", setup.text("method_id"), "code", "000000"), token);
        assertThat(wrong.status()).isEqualTo(422);
        String code = authenticator.codeAt(begun);
        Answer active = app.post("/mfa/verify", Map.of("method_id", setup.text("method_id"), "code", code), token);
        assertThat(active.status()).as(active.body()).isEqualTo(200);
        assertThat(active.text("status")).isEqualTo("active");

        Answer due = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        String method = method(due, "totp");
        assertThat(method).isEqualTo(active.text("method_id"));
        assertThat(verify(app, due, method, code).status())
                .as("the code that proved the enrolment")
                .isEqualTo(422);
        // One step ahead is as good, and has not been used.
        Answer tokens = verify(app, due, method, authenticator.codeAt(begun.plus(Duration.ofSeconds(30))));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(claims(tokens).get("acr").asText()).isEqualTo("3");
        assertThat(house.adminGet("/users/" + person.id() + "/credentials").body())
                .as("what the admin console shows")
                .contains("\"otp\"");
    }

    @Test
    void ofTwoRemovalsAtOnceTheOneThatWouldLeaveNothingIsRefused(House house) throws Exception {
        Customer customer = Customer.of(house, "127.0.70.12");
        Authenticator authenticator = Authenticator.of("a secret that stays or goes");
        Person person = house.newPerson(List.of(
                authenticator.credential(), Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}")));
        customer.add(person);
        customer.policies(Map.of("mfa", Map.of("required", true)));
        Client app = house.client("127.0.70.12");
        Answer due = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        String bearer =
                verify(app, due, method(due, "totp"), authenticator.code()).text("access_token");

        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Callable<Integer>> removals = new ArrayList<>();
            for (String type : List.of("totp", "email")) {
                String path = "/mfa/methods/" + method(due, type);
                removals.add(() -> app.send("DELETE", path, Map.of("Authorization", "Bearer " + bearer), null, null)
                        .status());
            }
            for (Future<Integer> answer : threads.invokeAll(removals)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void textMessagesAreSetUpAndLogIn(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.70.2");
        String token = house.login(person, "127.0.70.2").text("access_token");
        String phone = "+4915123450001";

        assertThat(app.post("/mfa/setup", Map.of("type", "sms"), token).status())
                .isEqualTo(400);
        Answer nonsense = app.post("/mfa/setup", Map.of("type", "sms", "phone_number", "call me"), token);
        assertThat(nonsense.text("/errors/0/pointer")).isEqualTo("/phone_number");
        Answer setup = app.post("/mfa/setup", Map.of("type", "sms", "phone_number", "+49 1512 345 0001"), token);
        assertThat(setup.status()).as(setup.body()).isEqualTo(201);
        assertThat(setup.text("destination")).doesNotContain("3450001");
        assertThat(setup.text("assurance")).isEqualTo("restricted");
        String code = house.inbox().codeAfter(0, phone);
        Answer active =
                app.post("/mfa/verify", Map.of("challenge_id", setup.text("challenge_id"), "code", code), token);
        assertThat(active.status()).as(active.body()).isEqualTo(200);

        Answer due = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        int before = house.inbox().messagesTo(phone).size();
        Answer challenge =
                app.post("/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", method(due, "sms")));
        assertThat(challenge.status()).as(challenge.body()).isEqualTo(202);
        assertThat(challenge.text("destination")).doesNotContain("3450001");
        Answer tokens =
                verify(app, due, challenge.text("challenge_id"), house.inbox().codeAfter(before, phone));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(house.inbox().messagesTo(phone).get(0).get("text").asText())
                .as("the line that lets a browser fill the code in")
                .containsPattern("@localhost #[0-9]{6}$|@127\\.0\\.0\\.1 #[0-9]{6}$");
    }

    @Test
    void backupCodesWorkOnceInAnyOrderEvenInParallel(House house) throws Exception {
        Person person = house.newPerson();
        Client app = house.client("127.0.70.3");
        String token = house.login(person, "127.0.70.3").text("access_token");
        Answer setup = app.post("/mfa/setup", Map.of("type", "backup_codes"), token);
        assertThat(setup.status()).as(setup.body()).isEqualTo(201);
        List<String> codes = new ArrayList<>();
        setup.json().get("codes").forEach(code -> codes.add(code.asText()));
        assertThat(codes).hasSize(12);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> logins = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Answer due =
                        app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
                String method = method(due, "backup_codes");
                logins.add(() -> verify(app, due, method, codes.get(7)).status());
            }
            int accepted = 0;
            for (Future<Integer> status : threads.invokeAll(logins)) {
                accepted += status.get() == 200 ? 1 : 0;
            }
            assertThat(accepted).as("logins with the same backup code").isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        Answer due = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        assertThat(verify(app, due, method(due, "backup_codes"), codes.get(2)).status())
                .isEqualTo(200);
    }

    @Test
    void aSessionThatIsTooWeakStepsUp(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.70.4");
        Answer login = house.login(person, "127.0.70.4");
        String token = login.text("access_token");
        Answer setup = app.post("/mfa/setup", Map.of("type", "totp"), token);
        Authenticator authenticator = new Authenticator(setup.text("secret"));
        Instant begun = Instant.now();
        String method = app.post(
                        "/mfa/verify",
                        Map.of("method_id", setup.text("method_id"), "code", authenticator.codeAt(begun)),
                        token)
                .text("method_id");

        Answer refused = regenerate(app, token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("urn:gatehouse:problem:step-up-required");
        assertThat(refused.text("acr_values")).isEqualTo("3");
        assertThat(refused.text("max_age")).isEqualTo("300");

        Answer stepped = app.post(
                "/mfa/verify",
                Map.of("method_id", method, "code", authenticator.codeAt(begun.plus(Duration.ofSeconds(30)))),
                token);
        assertThat(stepped.status()).as(stepped.body()).isEqualTo(200);
        assertThat(stepped.text("session_id")).isEqualTo(login.text("session_id"));
        assertThat(claims(stepped).get("acr").asText()).isEqualTo("3");

        String better = stepped.text("access_token");
        Answer codes = regenerate(app, better);
        assertThat(codes.status()).as(codes.body()).isEqualTo(200);
        Answer renamed =
                app.json("PATCH", "/mfa/methods/" + method, Map.of("label", "Work phone", "default", true), better);
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.text("label")).isEqualTo("Work phone");
        assertThat(types(app, better)).startsWith("totp");
        assertThat(app.send("DELETE", "/mfa/methods/" + method, bearer(better), null, null)
                        .status())
                .isEqualTo(204);
        assertThat(types(app, better)).doesNotContain("totp");
    }

    @Test
    void nobodyReachesTheFactorsOfOthers(House house) {
        Person victim = house.newPerson();
        Person thief = house.newPerson();
        Client app = house.client("127.0.70.5");
        String theirs = house.login(victim, "127.0.70.5").text("access_token");
        String own = house.login(thief, "127.0.70.5").text("access_token");
        String method = app.get("/mfa/methods", theirs).text("/items/0/id");

        for (String id : List.of(method, UUID.randomUUID().toString())) {
            assertThat(app.json("PATCH", "/mfa/methods/" + id, Map.of("label", "mine"), own)
                            .status())
                    .isEqualTo(404);
            assertThat(app.send("DELETE", "/mfa/methods/" + id, bearer(own), null, null)
                            .status())
                    .isEqualTo(404);
            assertThat(app.post("/mfa/challenge", Map.of("method_id", id), own).status())
                    .isEqualTo(404);
        }
        assertThat(app.get("/mfa/methods").status()).isEqualTo(401);
        Answer setup = app.post("/mfa/setup", Map.of("type", "totp"), theirs);
        Answer stolen = app.post(
                "/mfa/verify",
                Map.of(
                        "method_id", setup.text("method_id"),
                        "code", new Authenticator(setup.text("secret")).code()),
                own);
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(types(app, theirs)).containsExactly("email", "totp");
    }

    @Test
    void aFactorThatIsDueIsSetUpWithinTheLogin(House house) {
        Customer customer = Customer.of(house, "127.0.70.6");
        Person member = house.newPerson(List.of());
        customer.add(member);
        customer.policies(Map.of("mfa", Map.of("required", true, "allowed_types", List.of("totp"))));
        Client app = house.client("127.0.70.6");

        Answer due = app.post("/auth/login", Map.of("username", member.username(), "password", member.password()));
        assertThat(due.status()).isEqualTo(403);
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:mfa-enrollment-required");
        String mfaToken = due.text("mfa_token");
        assertThat(app.post("/mfa/setup", Map.of("type", "email", "mfa_token", mfaToken))
                        .status())
                .as("a kind that the policy does not ask for")
                .isEqualTo(400);
        assertThat(app.post("/mfa/setup", Map.of("type", "backup_codes", "mfa_token", mfaToken))
                        .status())
                .isEqualTo(400);
        Answer setup = app.post("/mfa/setup", Map.of("type", "totp", "mfa_token", mfaToken));
        assertThat(setup.status()).as(setup.body()).isEqualTo(201);
        Answer tokens = app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", mfaToken,
                        "method_id", setup.text("method_id"),
                        "code", new Authenticator(setup.text("secret")).code()));

        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(claims(tokens).get("acr").asText()).isEqualTo("3");
        Answer needed = app.send(
                "DELETE",
                "/mfa/methods/"
                        + app.get("/mfa/methods", tokens.text("access_token")).text("/items/0/id"),
                bearer(tokens.text("access_token")),
                null,
                null);
        assertThat(needed.status())
                .as("the last factor that the policy asks for")
                .isIn(403, 409);
    }

    @Test
    void anAppThatAsksForMoreGetsNoLess(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.70.7");

        Answer due = app.post(
                "/auth/login", Map.of("username", person.username(), "password", person.password(), "acr_values", "3"));
        assertThat(due.status()).isEqualTo(403);
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
        int before = house.inbox().messagesTo(person.email()).size();
        Answer challenge = app.post(
                "/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", method(due, "email")));
        Answer next =
                verify(app, due, challenge.text("challenge_id"), house.inbox().codeAfter(before, person.email()));
        assertThat(next.status()).as("a code by e-mail is acr 2").isEqualTo(403);
        assertThat(next.text("type")).isEqualTo("urn:gatehouse:problem:mfa-enrollment-required");
        Answer setup = app.post("/mfa/setup", Map.of("type", "totp", "mfa_token", next.text("mfa_token")));
        Answer tokens = verify(app, next, setup.text("method_id"), new Authenticator(setup.text("secret")).code());
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(claims(tokens).get("acr").asText()).isEqualTo("3");
        assertThat(claims(tokens).get("auth_time").asLong())
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
    }

    private static Answer regenerate(Client app, String token) {
        return app.send("POST", "/mfa/backup-codes/regenerate", bearer(token), null, null);
    }

    private static List<String> types(Client app, String token) {
        List<String> types = new ArrayList<>();
        app.get("/mfa/methods", token)
                .json()
                .get("items")
                .forEach(item -> types.add(item.get("type").asText()));
        return types;
    }

    private static String method(Answer due, String type) {
        for (JsonNode method : due.json().get("methods")) {
            if (method.get("type").asText().equals(type)) {
                return method.get("id").asText();
            }
        }
        throw new AssertionError("no " + type + " in " + due.body());
    }

    private static Answer verify(Client app, Answer due, String challengeOrMethod, String code) {
        boolean isMethod = challengeOrMethod.contains("-");
        return app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token",
                        due.text("mfa_token"),
                        isMethod ? "method_id" : "challenge_id",
                        challengeOrMethod,
                        "code",
                        code));
    }

    private static JsonNode claims(Answer tokens) {
        return tokens.claims("access_token");
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
