package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
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

/** Somebody registers by REST: a mail, its token, the password once more, and there is a user. */
@InHouse
class RegistrationTest {
    private static final String PASSWORD = "a long enough passphrase";

    @Test
    void anAddressBecomesAUserOnceItIsVerified(House house) {
        Client app = house.client("127.0.110.1");
        String email = "ann@register.example.test";
        whileOpen(house, () -> {
            Answer registered = app.post(
                    "/auth/register",
                    Map.of(
                            "email", email,
                            "password", PASSWORD,
                            "username", "ann-registers",
                            "first_name", "Ann",
                            "last_name", "Example",
                            "locale", "de"));
            assertThat(registered.status()).as(registered.body()).isEqualTo(202);
            assertThat(registered.text("status")).isEqualTo("verification_sent");

            String token = tokenTo(house, email, 0);
            assertThat(house.inbox().messagesTo(email).get(0).get("subject").asText())
                    .as("in the language that was chosen")
                    .isEqualTo("Bestätigen Sie Ihre E-Mail-Adresse");
            assertThat(users(house, email))
                    .as("users before the address is verified")
                    .isEmpty();
            assertThat(app.post("/auth/login", Map.of("username", email, "password", PASSWORD))
                            .status())
                    .as("a login with it")
                    .isEqualTo(401);

            Answer asked = app.post("/auth/verify-email", Map.of("token", token));
            assertThat(asked.status()).isEqualTo(400);
            assertThat(asked.text("/errors/0/pointer")).isEqualTo("/password");

            Answer verified = verify(app, token, PASSWORD);
            assertThat(verified.status()).as(verified.body()).isEqualTo(200);
            assertThat(verified.json().get("email_verified").asBoolean()).isTrue();

            JsonNode user = users(house, email).get(0);
            assertThat(user.get("username").asText()).isEqualTo("ann-registers");
            assertThat(user.get("firstName").asText()).isEqualTo("Ann");
            assertThat(user.get("emailVerified").asBoolean()).isTrue();
            assertThat(user.get("enabled").asBoolean()).isTrue();
            assertThat(user.at("/attributes/locale/0").asText()).isEqualTo("de");
            assertThat(app.post("/auth/login", Map.of("username", email, "password", PASSWORD))
                            .status())
                    .as("a login with the password")
                    .isEqualTo(200);
            assertThat(verify(app, token, PASSWORD).status())
                    .as("the token once more")
                    .isEqualTo(401);
        });
    }

    @Test
    void nobodyLearnsWhoHasAnAccountButTheOwnerOfTheAddress(House house) {
        Person owner = house.newPerson();
        Client app = house.client("127.0.110.2");
        whileOpen(house, () -> {
            Answer free = register(app, "nobody@free.example.test", Map.of("username", "nobody-yet"));
            Answer taken = register(app, owner.email(), Map.of("username", "somebody-else"));
            Answer takenName = register(app, "other@free.example.test", Map.of("username", owner.username()));

            assertThat(look(taken)).isEqualTo(look(free));
            assertThat(look(takenName)).isEqualTo(look(free));
            JsonNode told = firstMailTo(house, owner.email());
            assertThat(told.get("subject").asText()).isEqualTo("You have an account already");
            assertThat(told.hasNonNull("link")).as("a link to follow").isFalse();
            assertThat(house.admin("GET", "/users/" + owner.id(), null).text("username"))
                    .isEqualTo(owner.username());
        });
    }

    @Test
    void thePolicyOfTheRealmHoldsForKnownAndUnknownAddressesAlike(House house) {
        Person owner = house.newPerson();
        Client app = house.client("127.0.110.3");
        whileOpen(house, () -> {
            house.adminPut("", Map.of("passwordPolicy", "length(12) and digits(1) and notEmail"));
            try {
                Answer unknown = register(app, "weak@free.example.test", "short", Map.of());
                Answer known = register(app, owner.email(), "short", Map.of());

                assertThat(unknown.status()).isEqualTo(422);
                assertThat(unknown.text("type")).isEqualTo("urn:gatehouse:problem:password-policy");
                assertThat(unknown.json().at("/rules").findValuesAsText("rule")).containsExactly("length", "digits");
                assertThat(unknown.json().at("/rules/0/value").asInt()).isEqualTo(12);
                assertThat(look(known)).isEqualTo(look(unknown));
                String same = "pass1word@free.example.test";
                assertThat(register(app, same, same, Map.of())
                                .json()
                                .at("/rules")
                                .findValuesAsText("rule"))
                        .containsExactly("notEmail");
            } finally {
                house.adminPut("", Map.of("passwordPolicy", ""));
            }
        });
    }

    @Test
    void theUserProfileOfTheRealmHolds(House house) {
        Client app = house.client("127.0.110.4");
        whileOpen(house, () -> {
            Answer refused = register(
                    app,
                    "not an address",
                    Map.of(
                            "username", "x",
                            "locale", "tlh",
                            "attributes", Map.of("isAdmin", List.of("true"), "username", List.of("root"))));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
                    .contains("/email", "/username", "/locale", "/attributes/isAdmin", "/attributes/username");
        });
    }

    @Test
    void aClosedRealmLetsOnlyTheInvitedIn(House house) {
        Client app = house.client("127.0.110.5");
        Answer closed = register(app, "uninvited@register.example.test", Map.of());
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.text("type")).isEqualTo("urn:gatehouse:problem:forbidden");

        Company company = Company.found(house, "127.0.110.5");
        String invited = "invited@register.example.test";
        assertThat(company.send(
                                company.founder(),
                                "POST",
                                "/invitations",
                                Map.of("email", invited, "roles", List.of("admin")))
                        .status())
                .isEqualTo(201);
        String invitation = token(house.inbox().linkAfter(0, invited));
        assertThat(register(app, "uninvited@register.example.test", Map.of("invitation_token", invitation))
                        .status())
                .as("somebody else's invitation")
                .isEqualTo(403);

        assertThat(register(app, invited, Map.of("invitation_token", invitation))
                        .status())
                .isEqualTo(202);
        Answer verified = verify(app, tokenTo(house, invited, 1), PASSWORD);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);

        String id = users(house, invited).get(0).get("id").asText();
        assertThat(company.get(company.founder(), "/users/" + id).text("/roles/0"))
                .isEqualTo("admin");
    }

    @Test
    void whoRegistersSomebodyElsesAddressGainsNothingAndCannotKeepTheOwnerOut(House house) {
        String email = "owner@register.example.test";
        Client stranger = house.client("127.0.110.6");
        Client owner = house.client("127.0.110.7");
        whileOpen(house, () -> {
            register(stranger, email, "the stranger's passphrase", Map.of());
            String strangers = tokenTo(house, email, 0);
            register(owner, email, Map.of());
            String owners = tokenTo(house, email, 1);
            register(stranger, email, "the stranger's passphrase", Map.of());
            tokenTo(house, email, 2);

            assertThat(verify(owner, strangers, PASSWORD).status())
                    .as("the owner follows the link of the stranger's mail")
                    .isEqualTo(401);
            assertThat(users(house, email)).isEmpty();
            assertThat(verify(owner, owners, PASSWORD).status()).isEqualTo(200);
            assertThat(verify(stranger, strangers, "the stranger's passphrase").status())
                    .as("the stranger's registration, when there is a user")
                    .isEqualTo(401);
            assertThat(owner.post("/auth/login", Map.of("username", email, "password", PASSWORD))
                            .status())
                    .isEqualTo(200);
        });
    }

    @Test
    void aTokenIsGoodOnceHoweverManyUseItAtTheSameMoment(House house) throws Exception {
        Client app = house.client("127.0.110.8");
        String email = "parallel@register.example.test";
        List<Integer> statuses = new ArrayList<>();
        whileOpen(house, () -> {
            register(app, email, Map.of());
            String token = tokenTo(house, email, 0);
            inParallel(8, () -> verify(app, token, PASSWORD)).forEach(answer -> statuses.add(answer.status()));
        });
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 401);
        assertThat(users(house, email)).hasSize(1);
    }

    @Test
    void fiveWrongPasswordsEndATokenEvenInParallel(House house) throws Exception {
        Client app = house.client("127.0.110.9");
        String email = "guessed@register.example.test";
        whileOpen(house, () -> {
            register(app, email, Map.of());
            String token = tokenTo(house, email, 0);
            List<String> types = inParallel(12, () -> verify(app, token, "not the passphrase")).stream()
                    .map(answer -> answer.text("type"))
                    .toList();
            assertThat(types.stream().filter("urn:gatehouse:problem:invalid-credentials"::equals))
                    .as("guesses that were judged")
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(verify(app, token, PASSWORD).text("type")).isEqualTo("urn:gatehouse:problem:invalid-grant");
            assertThat(users(house, email)).isEmpty();

            app.post("/auth/resend-verification", Map.of("email", email));
            assertThat(verify(app, tokenTo(house, email, 1), PASSWORD).status())
                    .as("with a new mail")
                    .isEqualTo(200);
        });
    }

    @Test
    void aUsernameThatWasTakenMeanwhileIsAConflictAndTheTokenStaysGood(House house) {
        Client app = house.client("127.0.110.10");
        String email = "late@register.example.test";
        whileOpen(house, () -> {
            Person other = house.newPerson();
            register(app, email, Map.of("username", other.username()));
            String token = tokenTo(house, email, 0);

            Answer conflict = verify(app, token, PASSWORD);
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.text("/errors/0/pointer")).isEqualTo("/username");
            assertThat(house.admin("DELETE", "/users/" + other.id(), null).status())
                    .isEqualTo(204);
            assertThat(verify(app, token, PASSWORD).status()).isEqualTo(200);
        });
    }

    @Test
    void aTokenIsWorthlessInAnotherRealmAndSoIsWhatIsNone(House house) {
        house.newRealm("registration-elsewhere");
        Client elsewhere = house.client("registration-elsewhere", "127.0.110.11");
        Client app = house.client("127.0.110.11");
        String email = "here@register.example.test";
        whileOpen(house, () -> {
            register(app, email, Map.of());
            String token = tokenTo(house, email, 0);

            Answer other = verify(elsewhere, token, PASSWORD);
            Answer none = verify(elsewhere, "A".repeat(43), PASSWORD);
            assertThat(other.status()).isEqualTo(401);
            assertThat(look(other)).isEqualTo(look(none));
            assertThat(verify(app, token, PASSWORD).status()).isEqualTo(200);
        });
    }

    @Test
    void aUserWhoseAddressIsNotVerifiedGetsALinkAndNobodyElseDoes(House house) {
        Person unverified = house.newPerson();
        Person verified = house.newPerson();
        house.changeUser(unverified, Map.of("emailVerified", false));
        Client app = house.client("127.0.110.12");

        Answer toUnverified = app.post("/auth/resend-verification", Map.of("email", unverified.email()));
        Answer toVerified = app.post("/auth/resend-verification", Map.of("email", verified.email()));
        Answer toNobody = app.post("/auth/resend-verification", Map.of("email", "nobody@nowhere.example.test"));
        assertThat(toUnverified.status()).isEqualTo(202);
        assertThat(look(toVerified)).isEqualTo(look(toUnverified));
        assertThat(look(toNobody)).isEqualTo(look(toUnverified));

        String token = tokenTo(house, unverified.email(), 0);
        assertThat(app.post("/auth/verify-email", Map.of("token", token)).status())
                .isEqualTo(200);
        assertThat(house.admin("GET", "/users/" + unverified.id(), null)
                        .json()
                        .get("emailVerified")
                        .asBoolean())
                .isTrue();
        assertThat(app.post("/auth/verify-email", Map.of("token", token)).status())
                .as("once more")
                .isEqualTo(401);
        assertThat(house.inbox().messagesTo(verified.email())).isEmpty();
        assertThat(house.inbox().messagesTo("nobody@nowhere.example.test")).isEmpty();
    }

    @Test
    void aMailboxIsWrittenToAFewTimesOnly(House house) {
        String email = "flooded@register.example.test";
        whileOpen(house, () -> {
            for (int i = 0; i < 8; i++) {
                assertThat(register(house.client("127.0.110." + (20 + i)), email, Map.of())
                                .status())
                        .isEqualTo(202);
            }
            String after = "after-the-flood@register.example.test";
            register(house.client("127.0.110.30"), after, Map.of());
            tokenTo(house, after, 0);
            assertThat(house.inbox().messagesTo(email)).hasSizeBetween(1, 5);
        });
    }

    @Test
    void aStrangerCannotUseUpTheMailsOfTheOwner(House house) {
        String email = "besieged@register.example.test";
        Client stranger = house.client("127.0.110.31");
        Client owner = house.client("127.0.110.32");
        whileOpen(house, () -> {
            for (int i = 0; i < 8; i++) {
                register(stranger, email, "the stranger's passphrase", Map.of());
            }
            register(owner, email, Map.of());
            String token = tokenTo(house, email, 2);

            assertThat(verify(owner, token, PASSWORD).status()).isEqualTo(200);
            assertThat(house.inbox().messagesTo(email)).hasSize(3);
        });
    }

    @Test
    void thePagesOfOtherHousesDoNotReadTheAnswer(House house) {
        Client app = house.client("127.0.110.33");
        String body = "{\"email\": \"nobody@origin.example.test\"}";

        Answer foreign = app.send(
                "POST",
                "/auth/forgot-password",
                Map.of("Origin", "https://evil.example.com"),
                body,
                "application/json");
        assertThat(foreign.status()).isEqualTo(202);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void noHeaderBendsTheLink(House house) {
        Client app = house.client("127.0.110.13");
        String email = "bent@register.example.test";
        whileOpen(house, () -> {
            Answer registered = app.send(
                    "POST",
                    "/auth/register",
                    Map.of(
                            "Host", "evil.example.com",
                            "X-Forwarded-Host", "evil.example.com",
                            "X-Forwarded-Proto", "https",
                            "Forwarded", "host=evil.example.com;proto=https"),
                    "{\"first_name\": \"Some\", \"last_name\": \"Body\", \"password\": \"" + PASSWORD
                            + "\", \"email\": \"" + email + "\"}",
                    "application/json");
            assertThat(registered.status()).isEqualTo(202);
            assertThat(house.inbox().linkAfter(0, email)).doesNotContain("evil").contains("/realms/demo/verify-email?");
        });
    }

    /** Opens the realm's registration for as long as the story takes. */
    private static void whileOpen(House house, Story story) {
        house.adminPut("", Map.of("registrationAllowed", true));
        try {
            story.tell();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            house.adminPut("", Map.of("registrationAllowed", false));
        }
    }

    private interface Story {
        void tell() throws Exception;
    }

    private static Answer register(Client app, String email, Map<String, ?> more) {
        return register(app, email, PASSWORD, more);
    }

    private static Answer register(Client app, String email, String password, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("first_name", "Some", "last_name", "Body"));
        body.putAll(more);
        body.put("email", email);
        body.put("password", password);
        return app.post("/auth/register", body);
    }

    private static Answer verify(Client app, String token, String password) {
        return app.post("/auth/verify-email", Map.of("token", token, "password", password));
    }

    private static String tokenTo(House house, String email, int messagesBefore) {
        return token(house.inbox().linkAfter(messagesBefore, email));
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private static JsonNode firstMailTo(House house, String email) {
        await("a mail to " + email)
                .atMost(Duration.ofSeconds(30))
                .until(() -> !house.inbox().messagesTo(email).isEmpty());
        return house.inbox().messagesTo(email).get(0);
    }

    private static List<JsonNode> users(House house, String email) {
        List<JsonNode> users = new ArrayList<>();
        house.admin("GET", "/users?exact=true&email=" + email, null).json().forEach(users::add);
        return users;
    }

    private static List<Answer> inParallel(int times, Callable<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> request).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a caller can see of an answer, but for the id of the request. */
    private static List<Object> look(Answer answer) {
        return List.of(
                answer.status(),
                answer.headers().keySet(),
                answer.body().replaceAll("urn:gatehouse:trace:[0-9a-f]+", ""));
    }
}
