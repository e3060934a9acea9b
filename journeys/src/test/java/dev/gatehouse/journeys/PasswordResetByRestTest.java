package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who forgot the password sets a new one by REST, with the token of a mail. */
@InHouse
class PasswordResetByRestTest {
    private static final String NEW_PASSWORD = "a-new-password-1";

    @Test
    void aNewPasswordEndsSessionsAndIsNoWayAroundTheSecondFactor(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.1");
        String session = house.login(person, "127.0.111.1").text("refresh_token");
        int before = house.inbox().messagesTo(person.email()).size();

        String token = forgot(house, app, person, before);
        Answer done = reset(app, token, NEW_PASSWORD);
        assertThat(done.status()).as(done.body()).isEqualTo(204);
        assertThat(done.body()).isEmpty();

        assertThat(app.post("/auth/refresh", Map.of("refresh_token", session)).status())
                .as("the session from before")
                .isEqualTo(401);
        Answer login = app.post("/auth/login", Map.of("username", person.username(), "password", NEW_PASSWORD));
        assertThat(login.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
        // Afterwards: while Keycloak counts a failure it refuses the right password, too.
        assertThat(app.post("/auth/login", Map.of("username", person.username(), "password", person.password()))
                        .status())
                .as("the old password")
                .isEqualTo(401);
        await("a mail that tells of it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> house.inbox().messagesTo(person.email()).stream()
                        .anyMatch(mail -> mail.get("subject").asText().equals("Your password was changed")));
        assertThat(reset(app, token, "yet-another-password").status())
                .as("the token once more")
                .isEqualTo(401);
    }

    @Test
    void knownUnknownAndDisabledAccountsAreToldTheSameAndOnlyTheFirstIsWrittenTo(House house) {
        Person person = house.newPerson();
        Person disabled = house.newPerson();
        house.disable(disabled);
        Client app = house.client("127.0.111.2");

        Answer known = app.post("/auth/forgot-password", Map.of("email", person.email()));
        Answer off = app.post("/auth/forgot-password", Map.of("email", disabled.email()));
        Answer unknown = app.post("/auth/forgot-password", Map.of("email", "nobody@forgot.example.test"));
        assertThat(known.status()).isEqualTo(202);
        assertThat(look(off)).isEqualTo(look(known));
        assertThat(look(unknown)).isEqualTo(look(known));

        house.inbox().linkAfter(0, person.email());
        Person later = house.newPerson();
        forgot(house, app, later, 0);
        assertThat(house.inbox().messagesTo(disabled.email())).isEmpty();
        assertThat(house.inbox().messagesTo("nobody@forgot.example.test")).isEmpty();
    }

    @Test
    void aTokenDiesWithThePasswordThatItWasToReplaceAndWithTheAccount(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.3");
        String first = forgot(house, app, person, 0);
        String second = forgot(house, app, person, 1);

        assertThat(reset(app, second, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(reset(app, first, "yet-another-password").status())
                .as("of the password before")
                .isEqualTo(401);

        Person disabled = house.newPerson();
        String token = forgot(house, app, disabled, 0);
        house.disable(disabled);
        assertThat(reset(app, token, NEW_PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void ofManyAtTheSameMomentOneSetsThePassword(House house) throws Exception {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.4");
        String token = forgot(house, app, person, 0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Answer>>mapToObj(
                            i -> () -> reset(app, token, "password-number-" + i))
                    .toList())) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusedPasswordLeavesTheTokenGood(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.5");
        String token = forgot(house, app, person, 0);
        house.adminPut("", Map.of("passwordPolicy", "length(12) and passwordHistory(3)"));
        try {
            Answer refused = reset(app, token, "short");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/rules/0/rule")).isEqualTo("length");
            assertThat(reset(app, token, person.password()).text("/rules/0/rule"))
                    .as("the password that was forgotten")
                    .isEqualTo("passwordHistory");
        } finally {
            house.adminPut("", Map.of("passwordPolicy", ""));
        }
        assertThat(reset(app, token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void aTokenIsWorthlessInAnotherRealmAndForAnotherPurpose(House house) {
        house.newRealm("reset-elsewhere");
        Person person = house.newPerson();
        Client app = house.client("127.0.111.6");
        String token = forgot(house, app, person, 0);

        assertThat(reset(house.client("reset-elsewhere", "127.0.111.6"), token, NEW_PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(app.post("/auth/verify-email", Map.of("token", token)).status())
                .isEqualTo(401);
        assertThat(reset(app, token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void theLinkLeadsToTheApplicationThatIsRegisteredAndNowhereElse(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.7");
        String client = house.adminGet("/clients?clientId=gatehouse-app").text("/0/id");
        house.adminPut(
                "/clients/" + client,
                Map.of("attributes", Map.of("gatehouse.links-base-url", "https://app.example.test/id")));
        try {
            Answer asked = app.send(
                    "POST",
                    "/auth/forgot-password",
                    Map.of("Host", "evil.example.com", "X-Forwarded-Host", "evil.example.com"),
                    "{\"email\": \"" + person.email() + "\"}",
                    "application/json");
            assertThat(asked.status()).isEqualTo(202);
            assertThat(house.inbox().linkAfter(0, person.email()))
                    .startsWith("https://app.example.test/id/reset-password?token=");
        } finally {
            house.adminPut("/clients/" + client, Map.of("attributes", Map.of("gatehouse.links-base-url", "")));
        }
    }

    @Test
    void withoutAnApplicationOfItsOwnTheLinkLeadsToAPageThatSetsThePassword(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.111.8");
        app.post("/auth/forgot-password", Map.of("email", person.email()));
        String link = house.inbox().linkAfter(0, person.email());
        assertThat(link).startsWith(house.realm() + "/reset-password?token=");
        String path = link.substring(house.realm().length());
        Client browser = house.plainClient("127.0.111.8");

        Answer page = browser.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"password\"").contains("Set a new password");
        assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        Answer done = browser.form(
                "/reset-password", Map.of("token", path.substring(path.indexOf('=') + 1), "password", NEW_PASSWORD));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Your password is set");
        assertThat(done.header("Set-Cookie").orElse("")).doesNotContain("KEYCLOAK_IDENTITY");
        assertThat(browser.get(path).status()).as("the link once more").isEqualTo(410);
        assertThat(app.post("/auth/login", Map.of("username", person.username(), "password", NEW_PASSWORD))
                        .text("type"))
                .isEqualTo("urn:gatehouse:problem:mfa-required");
    }

    private static String forgot(House house, Client app, Person person, int messagesBefore) {
        Answer asked = app.post("/auth/forgot-password", Map.of("email", person.email()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String link = house.inbox().linkAfter(messagesBefore, person.email());
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private static Answer reset(Client app, String token, String password) {
        return app.post("/auth/reset-password", Map.of("token", token, "new_password", password));
    }

    /** What a caller can see of an answer, but for the id of the request. */
    private static List<Object> look(Answer answer) {
        return List.of(
                answer.status(),
                answer.headers().keySet(),
                answer.body().replaceAll("urn:gatehouse:trace:[0-9a-f]+", ""));
    }
}
