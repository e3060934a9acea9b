package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Somebody wants to be forgotten. */
@InHouse
class ErasureTest {
    @Test
    void aPersonIsForgottenAndTheOrganizationsHistoryStays(House house) {
        Customer customer = Customer.of(house, "127.0.85.1");
        Person member = house.newPerson();
        customer.add(member);
        String token = house.login(member, "127.0.85.1", customer.alias()).text("access_token");

        Answer erased = erase(customer.client(), member.id(), token);

        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        awaitGone(house, member);
        assertThat(customer.client().get("/auth/me", token).status()).isEqualTo(401);
        assertThat(customer.client()
                        .get("/users/" + member.id(), customer.adminToken())
                        .status())
                .isEqualTo(404);
        Awaitility.await("the activity").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Answer logins = customer.client()
                    .get("/organizations/" + customer.id() + "/activity?type=user.login", customer.ownerToken());
            assertThat(logins.json().get("items")).isNotEmpty();
            assertThat(logins.body()).doesNotContain(member.id()).doesNotContain("127.0.85.1");
        });
    }

    @Test
    void theLastOwnerOfAnOrganizationCannotGo(House house) {
        Customer customer = Customer.of(house, "127.0.85.2");
        Person second = house.newPerson();
        assertThat(erase(customer.client(), customer.owner().id(), customer.ownerToken())
                        .status())
                .isEqualTo(409);
        assertThat(erase(customer.client(), customer.owner().id(), customer.adminToken())
                        .status())
                .isEqualTo(409);
        customer.add(second);
        Answer owners = customer.client()
                .json(
                        "PUT",
                        "/organizations/" + customer.id() + "/users/" + second.id() + "/roles",
                        Map.of("roles", List.of("owner")),
                        customer.ownerToken());
        assertThat(owners.status()).as(owners.body()).isEqualTo(200);

        Answer erased = erase(customer.client(), customer.owner().id(), customer.adminToken());

        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        awaitGone(house, customer.owner());
    }

    @Test
    void whatIsFinalAsksForTheStrongestFactor(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.85.3");
        String token = house.login(person, "127.0.85.3").text("access_token");
        Answer setup = client.post("/mfa/setup", Map.of("type", "totp"), token);
        assertThat(setup.status()).as(setup.body()).isEqualTo(201);
        Answer proven = client.post(
                "/mfa/verify",
                Map.of("method_id", setup.text("method_id"), "code", new Authenticator(setup.text("secret")).code()),
                token);
        assertThat(proven.status()).as(proven.body()).isEqualTo(200);

        Answer due = erase(client, person.id(), token);

        assertThat(due.status()).as(due.body()).isEqualTo(403);
        assertThat(due.text("type")).isEqualTo("urn:gatehouse:problem:step-up-required");
        assertThat(client.get("/auth/me", token).status()).isEqualTo(200);
    }

    private static Answer erase(Client client, String id, String token) {
        return client.send("DELETE", "/users/" + id, Map.of("Authorization", "Bearer " + token), null, null);
    }

    private static void awaitGone(House house, Person person) {
        Awaitility.await("the erasure")
                .atMost(Duration.ofSeconds(40))
                .until(() -> house.adminGet("/users/" + person.id()).status() == 404);
    }
}
