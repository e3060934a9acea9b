package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A login that waits because the account has to do something first, and goes on once it did. */
@InHouse
class ActionsByRestTest {
    private static final String NEW_PASSWORD = "a-new-password-1";

    @Test
    void oneActionAfterTheOtherLeadsToTokens(House house) {
        Person person = house.newPerson(List.of());
        require(house, person, "UPDATE_PASSWORD", "UPDATE_PROFILE");
        Client app = house.client("127.0.112.1");

        Answer due = login(app, person, person.password());
        assertThat(due.status()).isEqualTo(403);
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:action-required");
        assertThat(names(due)).containsExactlyInAnyOrder("update_password", "update_profile");

        Answer next = act(app, due, "update_password", Map.of("new_password", NEW_PASSWORD));
        assertThat(next.text("type")).isEqualTo("urn:gatehouse:problem:action-required");
        assertThat(names(next)).containsExactly("update_profile");
        assertThat(next.text("action_token")).isNotEqualTo(due.text("action_token"));

        Answer tokens = act(app, next, "update_profile", Map.of("first_name", "Another", "locale", "fr"));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        Answer user = house.adminGet("/users/" + person.id());
        assertThat(user.text("firstName")).isEqualTo("Another");
        assertThat(user.json().get("requiredActions")).isEmpty();
        assertThat(login(app, person, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAddressIsVerifiedByItsMailAndThenTheLoginGoesOn(House house) {
        Person person = house.newPerson(List.of());
        house.changeUser(person, Map.of("emailVerified", false));
        Client app = house.client("127.0.112.2");

        Answer due = login(app, person, person.password());
        assertThat(names(due)).containsExactly("verify_email");
        Answer sent = act(app, due, "verify_email", Map.of());
        assertThat(names(sent)).as("nothing is verified yet").containsExactly("verify_email");
        String link = house.inbox().linkAfter(0, person.email());
        String token = link.substring(link.indexOf("token=") + "token=".length());
        assertThat(app.post("/auth/verify-email", Map.of("token", token)).status())
                .isEqualTo(200);

        Answer tokens = act(app, sent, "verify_email", Map.of());
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    }

    @Test
    void termsAreAcceptedOrThereIsNoLogin(House house) {
        Person person = house.newPerson(List.of());
        require(house, person, "TERMS_AND_CONDITIONS");
        Client app = house.client("127.0.112.3");

        Answer due = login(app, person, person.password());
        assertThat(names(due)).containsExactly("terms");
        assertThat(act(app, due, "terms", Map.of("accepted", false)).status()).isEqualTo(400);
        assertThat(act(app, due, "terms", Map.of("accepted", true)).status()).isEqualTo(200);
        assertThat(login(app, person, person.password()).status()).isEqualTo(200);
    }

    @Test
    void aNewAddressInTheProfileCountsOnceItIsVerified(House house) {
        Person person = house.newPerson(List.of());
        require(house, person, "UPDATE_PROFILE");
        Client app = house.client("127.0.112.4");
        String address = "moved-" + person.username() + "@example.test";

        Answer due = login(app, person, person.password());
        assertThat(act(app, due, "update_profile", Map.of("email", address)).status())
                .isEqualTo(200);
        assertThat(house.adminGet("/users/" + person.id()).text("email")).isEqualTo(person.email());
        String link = house.inbox().linkAfter(0, address);
        String token = link.substring(link.indexOf("token=") + "token=".length());
        assertThat(app.post("/auth/verify-email", Map.of("token", token)).status())
                .isEqualTo(200);
        assertThat(house.adminGet("/users/" + person.id()).text("email")).isEqualTo(address);
        org.awaitility.Awaitility.await("a mail to the old address")
                .until(() -> house.inbox().messagesTo(person.email()).stream()
                        .anyMatch(mail -> mail.get("subject").asText().equals("Your e-mail address was changed")));
    }

    @Test
    void whatIsRefusedLeavesTheTokenGood(House house) {
        Person person = house.newPerson(List.of());
        require(house, person, "UPDATE_PASSWORD");
        Client app = house.client("127.0.112.5");
        Answer due = login(app, person, person.password());

        house.adminPut("", Map.of("passwordPolicy", "length(12)"));
        try {
            assertThat(act(app, due, "update_password", Map.of("new_password", "short"))
                            .status())
                    .isEqualTo(422);
        } finally {
            house.adminPut("", Map.of("passwordPolicy", ""));
        }
        assertThat(act(app, due, "update_password", Map.of()).status()).isEqualTo(400);
        assertThat(act(app, due, "terms", Map.of("accepted", true)).status())
                .as("an action that is not due")
                .isEqualTo(404);
        assertThat(act(app, due, "make_me_admin", Map.of()).status())
                .as("an action that there is not")
                .isEqualTo(404);
        assertThat(act(app, due, "update_password", Map.of("new_password", NEW_PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTokenIsGoodOnceForItsPurposeInItsRealm(House house) throws Exception {
        house.newRealm("actions-elsewhere");
        Person person = house.newPerson(List.of());
        require(house, person, "UPDATE_PASSWORD");
        Client app = house.client("127.0.112.6");
        Answer due = login(app, person, person.password());

        assertThat(act(
                                house.client("actions-elsewhere", "127.0.112.6"),
                                due,
                                "update_password",
                                Map.of("new_password", NEW_PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(app.post(
                                "/mfa/verify",
                                Map.of("mfa_token", due.text("action_token"), "method_id", "any", "code", "123456"))
                        .status())
                .isEqualTo(401);
        assertThat(app.get("/auth/permissions/" + person.id(), due.text("action_token"))
                        .status())
                .as("as a bearer token")
                .isEqualTo(401);

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> act(app, due, "update_password", Map.of("new_password", "password-number-" + i)))
                    .toList())) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTokenDiesWithTheAccount(House house) {
        Person person = house.newPerson(List.of());
        require(house, person, "UPDATE_PASSWORD");
        Client app = house.client("127.0.112.7");
        Answer due = login(app, person, person.password());
        house.disable(person);

        assertThat(act(app, due, "update_password", Map.of("new_password", NEW_PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theSecondFactorComesFirst(House house) {
        Person person = house.newPerson();
        require(house, person, "UPDATE_PASSWORD");
        Client app = house.client("127.0.112.8");

        Answer due = login(app, person, person.password());
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
        assertThat(app.post(
                                "/auth/actions/update_password",
                                Map.of("action_token", due.text("mfa_token"), "new_password", NEW_PASSWORD))
                        .status())
                .as("with the token of the login that waits for the factor")
                .isEqualTo(401);
        Answer challenge = app.post(
                "/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", due.text("/methods/0/id")));
        Answer action = app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", due.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", house.inbox().codeAfter(0, person.email())));
        assertThat(names(action)).containsExactly("update_password");
        Answer tokens = act(app, action, "update_password", Map.of("new_password", NEW_PASSWORD));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.claims("access_token").get("acr").asText()).isEqualTo("2");
    }

    private static void require(House house, Person person, String... actions) {
        house.changeUser(person, Map.of("requiredActions", List.of(actions)));
    }

    private static Answer login(Client app, Person person, String password) {
        return app.post("/auth/login", Map.of("username", person.username(), "password", password));
    }

    private static Answer act(Client app, Answer due, String action, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("action_token", due.text("action_token"));
        return app.post("/auth/actions/" + action, body);
    }

    private static List<String> names(Answer due) {
        List<String> names = new ArrayList<>();
        due.json().path("actions").forEach(action -> names.add(action.asText()));
        return names;
    }
}
