package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;

/**
 * An organization made for one story, with its owner and a realm administrator at hand.
 *
 * @param alias is its name too
 */
record Customer(
        House house, Client client, String id, String alias, Person owner, String ownerToken, String adminToken) {

    static Customer of(House house, String address) {
        Person owner = house.newPerson("create-organization");
        Person admin = house.newPerson();
        String alias = "customer-" + owner.username();
        house.makeRealmAdministrator(admin);
        Client client = house.client(address);
        String ownerToken = house.login(owner, address).text("access_token");
        String adminToken = house.login(admin, address).text("access_token");
        Answer created = client.post("/organizations", Map.of("name", alias, "alias", alias), ownerToken);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new Customer(house, client, created.text("id"), alias, owner, ownerToken, adminToken);
    }

    void add(Person person) {
        Answer added = client.post("/organizations/" + id + "/users", Map.of("user_id", person.id()), adminToken);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    void policies(Map<String, Object> policies) {
        Answer replaced = client.json("PUT", "/organizations/" + id + "/policies", policies, ownerToken);
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
    }

    /** Edits attributes as the admin console does. */
    void attributes(Map<String, List<String>> attributes) {
        Answer edited = house.admin(
                "PUT",
                "/organizations/" + id,
                Map.of("id", id, "name", alias, "alias", alias, "enabled", true, "attributes", attributes));
        assertThat(edited.status()).as(edited.body()).isEqualTo(204);
    }

    void remove(Person person) {
        Answer removed = house.admin("DELETE", "/organizations/" + id + "/members/" + person.id(), null);
        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
    }

    /** One more organization of the same owner, with one more member. */
    void another(String name, Person person) {
        Answer created = client.post("/organizations", Map.of("name", name), ownerToken);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Answer added = client.post(
                "/organizations/" + created.text("id") + "/users", Map.of("user_id", person.id()), adminToken);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }
}
