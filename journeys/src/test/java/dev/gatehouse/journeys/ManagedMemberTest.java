package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization that manages an account turns it off with itself, as Keycloak has it; a mere member stays who they are. */
@InHouse
class ManagedMemberTest {
    private static final String REALM = "managing";
    private static final String ACME = "dddddddd-0000-4000-8000-000000000001";
    private static final String PASSWORD = "an-imported-password";

    @BeforeEach
    void importRealm(House house) {
        Answer imported = house.console().send("POST", "", realm());
        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
    }

    @AfterEach
    void deleteRealm(House house) {
        house.console().send("DELETE", "/" + REALM, null);
    }

    @Test
    void aManagedAccountIsOffWhileItsOrganizationIs(House house) {
        Client client = house.client(REALM, "127.0.72.1");
        assertThat(logIn(client, "managed")).isEqualTo(200);
        turn(house, false);
        assertThat(logIn(client, "managed")).isEqualTo(400);
        assertThat(logIn(client, "member")).isEqualTo(200);
        turn(house, true);
        assertThat(logIn(client, "managed")).isEqualTo(200);
    }

    @Test
    void removingAManagedMemberRemovesTheAccountAndAMereMemberKeepsTheirs(House house) {
        remove(house, "managed");
        remove(house, "member");
        assertThat(id(house, "managed")).isEmpty();
        assertThat(id(house, "member")).isNotEmpty();
    }

    private static void turn(House house, boolean on) {
        Answer turned = house.console()
                .send(
                        "PUT",
                        "/" + REALM + "/organizations/" + ACME,
                        Map.of("id", ACME, "name", "Acme", "alias", "acme", "enabled", on));
        assertThat(turned.status()).as(turned.body()).isEqualTo(204);
    }

    private static void remove(House house, String username) {
        Answer removed = house.console()
                .send("DELETE", "/" + REALM + "/organizations/" + ACME + "/members/" + id(house, username), null);
        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
    }

    private static String id(House house, String username) {
        Answer found = house.console().send("GET", "/" + REALM + "/users?exact=true&username=" + username, null);
        return found.json().path(0).path("id").asText();
    }

    private static int logIn(Client client, String username) {
        return client.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "app",
                                "username",
                                username,
                                "password",
                                PASSWORD))
                .status();
    }

    private static Map<String, Object> realm() {
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "organizationsEnabled",
                true,
                "attributes",
                Map.of("gatehouse.enabled", "true"),
                "clients",
                List.of(Map.of(
                        "clientId", "app", "enabled", true, "publicClient", true, "directAccessGrantsEnabled", true)),
                "users",
                List.of(user("managed"), user("member")),
                "organizations",
                List.of(Map.of(
                        "id",
                        ACME,
                        "name",
                        "Acme",
                        "alias",
                        "acme",
                        "enabled",
                        true,
                        "members",
                        List.of(
                                Map.of("username", "managed", "membershipType", "MANAGED"),
                                Map.of("username", "member", "membershipType", "UNMANAGED")))));
    }

    private static Map<String, Object> user(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@managing.example.test",
                "emailVerified",
                true,
                "firstName",
                "Some",
                "lastName",
                "Body",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)));
    }
}
