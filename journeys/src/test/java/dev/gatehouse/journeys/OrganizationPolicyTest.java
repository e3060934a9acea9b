package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an organization asks of its members holds for each of their logins, and nobody gets around it by REST. */
@InHouse
class OrganizationPolicyTest {
    private static final Map<String, Object> ANY_FACTOR = Map.of("mfa", Map.of("required", true));
    private static final Map<String, Object> APP_ONLY =
            Map.of("mfa", Map.of("required", true, "allowed_types", List.of("totp")));
    private static final Map<String, Object> EMAIL_FACTOR =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");

    @Test
    void anOwnerSetsWhatIsTheirsAndTheRealmSetsWhatIsNot(House house) {
        Customer customer = Customer.of(house, "127.0.30.1");
        Client client = house.client("127.0.30.1");
        Person member = house.newPerson();
        customer.add(member);
        String members = house.login(member, "127.0.30.2").text("access_token");
        String outsiders = house.login(house.newPerson(), "127.0.30.3").text("access_token");
        String path = "/organizations/" + customer.id() + "/policies";

        Answer none = client.get(path, customer.ownerToken());
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json().at("/mfa/required").asBoolean()).isFalse();
        assertThat(none.json().at("/session/max_seconds").isNull()).isTrue();

        Answer put = client.json(
                "PUT",
                path,
                Map.of(
                        "mfa", Map.of("required", true, "allowed_types", List.of("email", "totp")),
                        "session", Map.of("max_seconds", 86400)),
                customer.ownerToken());
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        JsonNode attributes = house.admin("GET", "/organizations/" + customer.id(), null)
                .json()
                .get("attributes");
        assertThat(attributes.at("/gatehouse.policy.mfa.allowed-types/0").asText())
                .isEqualTo("email,totp");
        assertThat(client.get(path, customer.ownerToken()).json()).isEqualTo(put.json());

        assertThat(client.json("PUT", path, Map.of("seats", Map.of("limit", 5)), customer.ownerToken())
                        .status())
                .isEqualTo(403);
        Answer admins = client.json("PUT", path, Map.of("seats", Map.of("limit", 5)), customer.adminToken());
        assertThat(admins.json().at("/seats/limit").asInt()).isEqualTo(5);
        assertThat(admins.json().at("/mfa/required").asBoolean())
                .as("replaced as a whole")
                .isFalse();
        assertThat(client.json("PUT", path, Map.of(), customer.ownerToken())
                        .json()
                        .at("/seats/limit")
                        .asInt())
                .isEqualTo(5);

        Answer impossible = client.json(
                "PUT",
                path,
                Map.of("mfa", Map.of("required", true, "allowed_types", List.of("backup_codes"))),
                customer.ownerToken());
        assertThat(impossible.status()).isEqualTo(400);
        assertThat(impossible.text("/errors/0/pointer")).isEqualTo("/mfa/allowed_types");

        assertThat(client.get(path, members).status()).isEqualTo(403);
        assertThat(client.json("PUT", path, Map.of(), members).status()).isEqualTo(403);
        assertThat(client.get(path, outsiders).status()).isEqualTo(404);
        assertThat(client.json("PUT", path, Map.of(), outsiders).status()).isEqualTo(404);
    }

    @Test
    void whoHasNoFactorGetsNoTokenOnAnyWayAndWhoIsLoggedInNoNewOne(House house) {
        Customer customer = Customer.of(house, "127.0.30.4");
        Person member = house.newPerson(List.of());
        customer.add(member);
        Client client = house.client("127.0.30.4");
        Map<String, String> password = Map.of("username", member.username(), "password", member.password());
        Answer before = client.post("/auth/login", password);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        Answer grantBefore = client.form("/protocol/openid-connect/token", grant(member));
        assertThat(grantBefore.status()).isEqualTo(200);

        customer.policies(ANY_FACTOR);

        Answer due = client.post("/auth/login", password);
        assertThat(due.status()).isEqualTo(403);
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:mfa-enrollment-required");
        assertThat(due.json().get("allowed_types"))
                .extracting(JsonNode::asText)
                .containsExactly("email", "passkey", "sms", "totp");
        assertThat(client.post("/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", "whatever"))
                        .status())
                .as("a token for setting up is none for showing")
                .isEqualTo(404);
        assertThat(client.post(
                                "/mfa/verify",
                                Map.of("mfa_token", due.text("mfa_token"), "method_id", "x", "code", "123456"))
                        .status())
                .isEqualTo(422);

        Answer grant = client.form("/protocol/openid-connect/token", grant(member));
        assertThat(grant.status()).isEqualTo(400);
        assertThat(grant.body()).doesNotContain("access_token");

        assertThat(client.post("/auth/refresh", Map.of("refresh_token", before.text("refresh_token")))
                        .status())
                .isEqualTo(401);
        Answer refresh = client.form(
                "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "gatehouse-app",
                        "refresh_token",
                        grantBefore.text("refresh_token")));
        assertThat(refresh.status()).isEqualTo(400);
        assertThat(refresh.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aFactorThatDoesNotCountIsShownBeforeAnotherIsSetUpAndIsNotEnough(House house) {
        Customer customer = Customer.of(house, "127.0.30.5");
        Person member = house.newPerson();
        customer.add(member);
        Answer before = house.login(member, "127.0.30.6");
        Client client = house.client("127.0.30.6");
        customer.policies(APP_ONLY);

        Answer due = client.post("/auth/login", Map.of("username", member.username(), "password", member.password()));
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:mfa-required");
        assertThat(due.text("/methods/0/type")).isEqualTo("email");
        Answer after = verifyEmail(house, client, due, member);

        assertThat(after.status()).isEqualTo(403);
        assertThat(after.text("type")).isEqualTo("urn:gatehouse:problem:mfa-enrollment-required");
        assertThat(after.json().get("allowed_types"))
                .extracting(JsonNode::asText)
                .containsExactly("totp");
        assertThat(client.post("/auth/refresh", Map.of("refresh_token", before.text("refresh_token")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void onlyAFactorThatCountsIsOfferedAndAccepted(House house) {
        Customer customer = Customer.of(house, "127.0.30.7");
        Authenticator app = Authenticator.of("a secret of this story");
        Person member = house.newPerson(List.of(EMAIL_FACTOR, app.credential()));
        customer.add(member);
        Client client = house.client("127.0.30.8");
        Map<String, String> password = Map.of("username", member.username(), "password", member.password());
        Answer free = client.post("/auth/login", password);
        assertThat(free.json().get("methods")).hasSize(2);
        String email = methodOf(free, "email");

        customer.policies(APP_ONLY);

        Answer due = client.post("/auth/login", password);
        assertThat(due.json().get("methods"))
                .extracting(method -> method.get("type").asText())
                .containsExactly("totp");
        assertThat(client.post("/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", email))
                        .status())
                .isEqualTo(404);
        Answer tokens = client.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", due.text("mfa_token"),
                        "method_id", methodOf(due, "totp"),
                        "code", app.code()));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        Answer refreshed = client.post("/auth/refresh", Map.of("refresh_token", tokens.text("refresh_token")));
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);

        // Edited by hand in the console, where less than the API allows can be set.
        customer.attributes(Map.of(
                "gatehouse.policy.mfa.required",
                List.of("true"),
                "gatehouse.policy.mfa.max-age-seconds",
                List.of("1")));
        await("the factor to be too old").pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(client.post("/auth/refresh", Map.of("refresh_token", refreshed.text("refresh_token")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenTheOrganizationSaysSo(House house) {
        Customer customer = Customer.of(house, "127.0.30.9");
        Person member = house.newPerson();
        customer.add(member);
        customer.attributes(Map.of("gatehouse.policy.session.max-seconds", List.of("4")));
        Client client = house.client("127.0.30.10");

        Answer tokens = house.login(member, "127.0.30.10");
        assertThat(tokens.json().get("refresh_expires_in").asInt()).isLessThanOrEqualTo(4);
        assertThat(client.get("/organizations", tokens.text("access_token")).status())
                .isEqualTo(200);

        await("the session to be past its time")
                .pollDelay(Duration.ofSeconds(6))
                .until(() -> true);
        assertThat(client.get("/organizations", tokens.text("access_token")).status())
                .isEqualTo(401);
        assertThat(client.post("/auth/refresh", Map.of("refresh_token", tokens.text("refresh_token")))
                        .status())
                .isEqualTo(401);
    }

    private static Answer verifyEmail(House house, Client client, Answer due, Person person) {
        int before = house.inbox().messagesTo(person.email()).size();
        Answer challenge = client.post(
                "/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", due.text("/methods/0/id")));
        if (challenge.status() == 429) {
            throw new AssertionError("a code was sent just now: " + challenge.body());
        }
        return client.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", due.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", house.inbox().codeAfter(before, person.email())));
    }

    private static String methodOf(Answer due, String type) {
        for (JsonNode method : due.json().get("methods")) {
            if (method.get("type").asText().equals(type)) {
                return method.get("id").asText();
            }
        }
        throw new AssertionError("no " + type + " in " + due.body());
    }

    private static Map<String, String> grant(Person person) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", "gatehouse-app");
        form.put("username", person.username());
        form.put("password", person.password());
        return form;
    }
}
