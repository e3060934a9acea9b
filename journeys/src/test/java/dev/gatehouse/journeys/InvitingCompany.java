package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;

/** An organization of this story's own. */
record InvitingCompany(House house, Client client, String id, String name, String owner, String ownerAddress) {
    static InvitingCompany founded(House house, String address) {
        Person founder = house.newPerson("create-organization");
        Client client = house.client(address);
        String token = house.login(founder, address).text("access_token");
        String name = "Company of <b>" + founder.username() + "</b>";
        Answer created = client.post("/organizations", Map.of("name", name), token);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new InvitingCompany(house, client, created.text("id"), name, token, founder.email());
    }

    Answer invite(Map<String, ?> body) {
        return client.post("/organizations/" + id + "/invitations", body, owner);
    }

    /** The token out of the mail. */
    String invited(String address, String role) {
        int before = house.inbox().messagesTo(address).size();
        Answer answer = invite(Map.of("email", address, "roles", List.of(role), "message", "Welcome on board"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return tokenOf(house.inbox().linkAfter(before, address));
    }

    Answer accept(String token, String bearer) {
        return client.post("/organizations/invitations/accept", Map.of("token", token), bearer);
    }

    Answer list() {
        return client.get("/organizations/" + id + "/invitations", owner);
    }

    com.fasterxml.jackson.databind.JsonNode members() {
        return client.get("/organizations/" + id + "/users", owner).json().get("items");
    }

    static String tokenOf(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
