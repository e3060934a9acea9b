package dev.gatehouse.journeys.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in order by itself, and in conflict with what exists. */
@InHouse
class ConflictsTest {
    private static Ground ground;

    @BeforeAll
    static void prepare(House house) {
        ground = Ground.of(house);
    }

    @Test
    void nobodyTakesTheNameOfSomebodyElse(House house) {
        Person other = house.newPerson();
        Person person = house.newPerson(List.of());
        house.changeUser(person, Map.of("requiredActions", List.of("UPDATE_PROFILE")));
        Client client = ground.client();
        Map<String, Object> login = Map.of("username", person.username(), "password", person.password());
        house.adminPut("", Map.of("editUsernameAllowed", true));
        try {
            Answer taken = client.json("PATCH", "/auth/me", Map.of("username", other.username()), ground.token());
            assertThat(taken.status()).as(taken.body()).isEqualTo(409);

            Answer due = client.post("/auth/login", login);
            assertThat(due.text("/actions/0")).isEqualTo("update_profile");
            Answer takenToo = client.post(
                    "/auth/actions/update_profile",
                    Map.of("action_token", due.text("action_token"), "username", other.username()));
            assertThat(takenToo.status()).as(takenToo.body()).isEqualTo(409);
        } finally {
            house.adminPut("", Map.of("editUsernameAllowed", false));
        }
    }

    @Test
    void twoAuthenticatorAppsDoNotHaveOneLabel(House house) {
        Authenticator first = Authenticator.of("the first app of one person");
        Person person =
                house.newPerson(List.of(first.credential(), labelled(Authenticator.of("the second app"), "Tablet")));
        Client client = ground.client();
        String token = secondFactor(client, person, first);
        Answer methods = client.get("/mfa/methods", token);
        Answer renamed =
                client.json("PATCH", "/mfa/methods/" + methods.text("/items/0/id"), Map.of("label", "Tablet"), token);
        Answer other =
                client.json("PATCH", "/mfa/methods/" + methods.text("/items/1/id"), Map.of("label", "Phone"), token);
        assertThat(List.of(renamed.status(), other.status())).as(renamed.body()).contains(409);
    }

    @Test
    void anAccountWithoutAnAddressGetsNoCodesByMail(House house) {
        Authenticator app = Authenticator.of("the app of somebody without an address");
        Person person = house.newPerson(List.of(app.credential()));
        Client client = ground.client();
        String token = secondFactor(client, person, app);
        house.changeUser(person, Map.of("email", ""));
        Answer setup = client.post("/mfa/setup", Map.of("type", "email"), token);
        assertThat(setup.status()).as(setup.body()).isEqualTo(409);
    }

    @Test
    void nobodyIsInvitedTwiceNorJoinsWhereNoSeatIsLeft(House house) {
        Person guest = house.newPerson();
        Client client = ground.client();
        String path = "/organizations/" + ground.organization();
        int before = house.inbox().messagesTo(guest.email()).size();
        assertThat(client.post(path + "/invitations", Map.of("email", guest.email()), ground.token())
                        .status())
                .isEqualTo(201);
        Answer again = client.post(path + "/invitations", Map.of("email", guest.email()), ground.token());
        assertThat(again.status()).as(again.body()).isEqualTo(409);

        String link = house.inbox().linkAfter(before, guest.email());
        String token = link.replaceFirst(".*[?&](?:token|key)=", "").replaceFirst("&.*", "");
        seats(client, path, Map.of("limit", 1));
        Answer full = client.post(
                "/organizations/invitations/accept",
                Map.of("token", token),
                house.login(guest, ground.newAddress()).text("access_token"));
        assertThat(full.status()).as(full.body()).isEqualTo(409);
        seats(client, path, Map.of());
    }

    @Test
    void aQuestionAboutPermissionsNamesAnOrganizationThatThereCouldBe() {
        Answer unnamed = ground.client()
                .get("/auth/permissions/" + ground.person().id() + "?organization=" + "x".repeat(300), ground.token());
        assertThat(unnamed.status()).as(unnamed.body()).isEqualTo(400);
    }

    @Test
    void anInvitationOfTheConsoleIsSentAgainByRest(House house) {
        Person guest = house.newPerson();
        Client client = ground.client();
        String path = "/organizations/" + ground.organization();
        assertThat(house.adminForm(path + "/members/invite-user", Map.of("email", guest.email()))
                        .status())
                .isEqualTo(204);
        String invitation =
                client.get(path + "/invitations", ground.token()).json().get("items").findParents("email").stream()
                        .filter(item -> item.path("email").asText().equals(guest.email()))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
        Answer sent = client.send(
                "POST",
                path + "/invitations/" + invitation + "/resend",
                Map.of("Authorization", "Bearer " + ground.token()),
                null,
                null);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    private static void seats(Client client, String organization, Map<String, ?> seats) {
        Answer changed = client.json("PUT", organization + "/policies", Map.of("seats", seats), ground.token());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static Map<String, Object> labelled(Authenticator app, String label) {
        Map<String, Object> credential = new HashMap<>(app.credential());
        credential.put("userLabel", label);
        return credential;
    }

    private static String secondFactor(Client client, Person person, Authenticator app) {
        Answer due = client.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        return client.post(
                        "/mfa/verify",
                        Map.of(
                                "mfa_token",
                                due.text("mfa_token"),
                                "method_id",
                                due.text("/methods/0/id"),
                                "code",
                                app.code()))
                .text("access_token");
    }
}
