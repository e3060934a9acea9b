package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody looks at themselves and changes what they say. */
@InHouse
class MeTest {
    @Test
    void theCallerSeesWhoTheyAre(House house) {
        Customer customer = Customer.of(house, "127.0.81.1");
        Person person = customer.owner();

        Answer me = customer.client().get("/auth/me", customer.ownerToken());

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.text("id")).isEqualTo(person.id());
        assertThat(me.text("email")).isEqualTo(person.email());
        assertThat(me.text("first_name")).isEqualTo("Some");
        assertThat(me.text("/mfa/methods/0/type")).isEqualTo("email");
        assertThat(me.text("/organizations/0/roles/0")).isEqualTo("owner");
        assertThat(me.text("organizations_count")).isEqualTo("1");
        assertThat(me.text("last_login_at")).startsWith("20");
        assertThat(customer.client()
                        .get("/users/" + person.id(), customer.ownerToken())
                        .json())
                .isEqualTo(me.json());
        assertThat(customer.client().get("/auth/me").status()).isEqualTo(401);
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNothingElse(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.81.2");
        String token = house.login(person, "127.0.81.2").text("access_token");

        Answer changed = client.json("PATCH", "/auth/me", Map.of("first_name", "Ada", "locale", "de"), token);

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("first_name")).isEqualTo("Ada");
        assertThat(changed.text("last_name")).isEqualTo("Body");
        assertThat(changed.text("locale")).isEqualTo("de");
        assertThat(house.adminGet("/users/" + person.id()).text("firstName")).isEqualTo("Ada");
    }

    @Test
    void theRealmsUserProfileHasTheLastWord(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.81.3");
        String token = house.login(person, "127.0.81.3").text("access_token");

        Answer unknown = client.json("PATCH", "/auth/me", Map.of("admin", true), token);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/admin");

        Answer attribute =
                client.json("PATCH", "/auth/me", Map.of("attributes", Map.of("clearance", List.of("top"))), token);
        assertThat(attribute.status()).isEqualTo(400);
        assertThat(attribute.text("/errors/0/pointer")).isEqualTo("/attributes/clearance");

        Answer character = client.json("PATCH", "/auth/me", Map.of("first_name", "<script>"), token);
        assertThat(character.status()).isEqualTo(400);
        assertThat(character.text("/errors/0/pointer")).isEqualTo("/first_name");

        Answer empty = client.send(
                "PATCH",
                "/auth/me",
                Map.of("Authorization", "Bearer " + token),
                "{\"last_name\": null}",
                "application/merge-patch+json");
        assertThat(empty.status()).as(empty.body()).isEqualTo(400);
        assertThat(empty.text("/errors/0/code")).isEqualTo("required");
        assertThat(client.get("/auth/me", token).text("last_name")).isEqualTo("Body");
    }

    @Test
    void aNewAddressCountsOnceItsMailWasAnswered(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.81.4");
        String token = house.login(person, "127.0.81.4").text("access_token");
        String address = "new-" + person.email();

        Answer asked = client.json("PATCH", "/auth/me", Map.of("email", address), token);

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.text("email")).isEqualTo(person.email());
        String link = house.inbox().linkAfter(0, address);
        assertThat(link).startsWith(house.realm() + "/login-actions/action-token?key=");
        assertThat(client.get("/auth/me", token).text("email")).isEqualTo(person.email());
    }

    @Test
    void anAddressThatSomebodyHasIsAnsweredLikeOneThatNobodyHas(House house) {
        Person person = house.newPerson();
        Person other = house.newPerson();
        Client client = house.client("127.0.81.5");
        String token = house.login(person, "127.0.81.5").text("access_token");

        Answer taken = client.json("PATCH", "/auth/me", Map.of("email", other.email()), token);
        Answer free = client.json("PATCH", "/auth/me", Map.of("email", "free-" + person.email()), token);

        assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(200);
        assertThat(taken.json()).isEqualTo(free.json());
        house.inbox().linkAfter(0, "free-" + person.email());
        assertThat(house.inbox().messagesTo(other.email())).isEmpty();
    }

    @Test
    void anotherClientsTokenShowsNothing(House house) {
        Client client = house.client("127.0.81.6");
        String token = client.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "gatehouse-service",
                                "client_secret",
                                "gatehouse-demo-service-secret"))
                .text("access_token");
        assertThat(client.get("/auth/me", token).status()).isIn(401, 403);
    }
}
