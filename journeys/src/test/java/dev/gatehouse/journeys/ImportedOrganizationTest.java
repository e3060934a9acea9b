package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A realm comes with its organizations. */
@InHouse
class ImportedOrganizationTest {
    private static final String REALM = "imported";
    private static final String ACME = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BARE = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final String OWNERS = "aaaaaaaa-0000-4000-8000-000000000003";
    private static final String AUDITORS = "aaaaaaaa-0000-4000-8000-000000000004";
    private static final String PASSWORD = "an-imported-password";

    @BeforeEach
    void importRealm(House house) {
        Answer imported = house.console().send("POST", "", realm());
        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
    }

    @AfterEach
    void deleteRealm(House house) {
        assertThat(house.console().send("DELETE", "/" + REALM, null).status())
                .as("owners do not keep a realm from being deleted")
                .isEqualTo(204);
    }

    @Test
    void rolesAreImportedAndMissingBuiltInOnesAreMade(House house) {
        Client client = house.client(REALM, "127.0.52.1");
        String ann = token(client, "ann");
        assertThat(client.get("/organizations/" + ACME, ann).text("/roles/0")).isEqualTo("owner");
        assertThat(names(client.get("/organizations/" + ACME + "/roles", ann)))
                .containsExactly("admin", "auditor", "member", "owner");
        assertThat(client.get("/organizations/" + ACME + "/roles", ann).text("/items/1/description"))
                .isEqualTo("Reads the books");
        assertThat(groups(house, BARE)).contains("owner", "admin", "member");
        assertThat(groups(house, ACME)).containsExactlyInAnyOrder("owner", "admin", "member", "auditor");

        String max = token(client, "max");
        assertThat(client.get("/organizations/" + ACME, max).text("/roles/0")).isEqualTo("auditor");
        assertThat(client.get("/organizations/" + BARE, ann).status()).isEqualTo(404);
    }

    @Test
    void anAdministratorOfTheRealmNamesTheFirstOwnerAndKeepsTheLast(House house) {
        Client client = house.client(REALM, "127.0.52.3");
        String orga = token(client, "orga");
        String bea = userId(house, "bea");
        String member = "/organizations/" + BARE + "/users/" + bea;
        assertThat(client.post("/organizations/" + BARE + "/users", Map.of("user_id", bea), orga)
                        .status())
                .isEqualTo(201);
        assertThat(client.json("PUT", member + "/roles", Map.of("roles", List.of("owner")), orga)
                        .status())
                .isEqualTo(200);
        assertThat(client.json("PUT", member + "/roles", Map.of("roles", List.of()), orga)
                        .status())
                .isEqualTo(409);
        assertThat(delete(client, member, orga).status()).isEqualTo(409);
        String viewer = token(client, "viewer");
        assertThat(client.get(member, viewer).status()).isEqualTo(403);
        assertThat(client.get("/organizations/" + BARE + "/roles", viewer).status())
                .isEqualTo(200);
    }

    @Test
    void anAdministratorOfTheRealmTurnsAnOrganizationOffAndOn(House house) {
        Client client = house.client(REALM, "127.0.52.4");
        String ann = token(client, "ann");
        String orga = token(client, "orga");
        assertThat(client.json("PATCH", "/organizations/" + ACME, Map.of("enabled", false), orga)
                        .text("enabled"))
                .isEqualTo("false");
        assertThat(client.get("/organizations/" + ACME, ann).status()).isEqualTo(404);
        assertThat(client.json("PATCH", "/organizations/" + ACME, Map.of("name", "Off"), ann)
                        .status())
                .isEqualTo(404);
        assertThat(client.json("PATCH", "/organizations/" + ACME, Map.of("enabled", true), orga)
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/organizations/" + ACME, ann).status()).isEqualTo(200);
    }

    private static Answer delete(Client client, String path, String token) {
        return client.send("DELETE", path, Map.of("Authorization", "Bearer " + token), null, null);
    }

    private static String token(Client client, String username) {
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
                .text("access_token");
    }

    private static String userId(House house, String username) {
        return house.console()
                .send("GET", "/" + REALM + "/users?exact=true&username=" + username, null)
                .text("/0/id");
    }

    private static List<String> groups(House house, String organizationId) {
        List<String> names = new ArrayList<>();
        house.console()
                .send("GET", "/" + REALM + "/organizations/" + organizationId + "/groups?max=100", null)
                .json()
                .forEach(group -> names.add(group.get("name").asText()));
        return names;
    }

    private static List<String> names(Answer list) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : list.json().get("items")) {
            names.add(item.get("name").asText());
        }
        return names;
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
                        "clientId",
                        "app",
                        "enabled",
                        true,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "fullScopeAllowed",
                        true,
                        "attributes",
                        Map.of("gatehouse.first-party", "true"))),
                "users",
                List.of(
                        user("ann"),
                        user("max"),
                        user("bea"),
                        user("orga", "manage-organizations"),
                        user("viewer", "view-organizations")),
                "organizations",
                List.of(
                        Map.of(
                                "id",
                                ACME,
                                "name",
                                "Acme",
                                "alias",
                                "acme",
                                "enabled",
                                true,
                                "groups",
                                List.of(
                                        group(OWNERS, "owner", "Ours", List.of()),
                                        group(
                                                AUDITORS,
                                                "auditor",
                                                "Reads the books",
                                                List.of("organization:read", "book:read"))),
                                "members",
                                List.of(member("ann", "UNMANAGED", OWNERS), member("max", "UNMANAGED", AUDITORS))),
                        Map.of("id", BARE, "name", "Bare", "alias", "bare", "enabled", true)));
    }

    private static Map<String, Object> user(String username, String... roles) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@imported.example.test",
                "emailVerified",
                true,
                "firstName",
                "Some",
                "lastName",
                "Body",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)),
                "clientRoles",
                roles.length == 0 ? Map.of() : Map.of("realm-management", List.of(roles)));
    }

    private static Map<String, Object> group(String id, String role, String description, List<String> permissions) {
        return Map.of(
                "id",
                id,
                "name",
                role,
                "attributes",
                Map.of(
                        "gatehouse.role",
                        List.of(role),
                        "gatehouse.permission",
                        permissions,
                        "gatehouse.description",
                        List.of(description)));
    }

    private static Map<String, Object> member(String username, String type, String group) {
        return Map.of("username", username, "membershipType", type, "groups", List.of(group));
    }
}
