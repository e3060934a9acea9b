package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.server.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm is exported and imported into a fresh server: its organizations are there as they were. */
class OrganizationRoundTripTest {
    private static final String ADDRESS = "127.0.6.201";
    private static final Map<String, Object> POLICIES = Map.of(
            "mfa", Map.of("required", true, "allowed_types", List.of("email"), "max_age_seconds", 7200),
            "session", Map.of("max_seconds", 36_000, "idle_seconds", 3_600),
            "domains", Map.of("auto_join", false, "restrict_to_domains", true));

    @Test
    void rolesPermissionsMembersAndPoliciesSurviveExportAndImport(@TempDir Path directory) {
        Path file = directory.resolve("demo.json");
        State before;
        RunningServer first = RunningServer.start();
        try (House house = House.of(first)) {
            String token = house.login(house.demoUser("alice"), ADDRESS).text("access_token");
            Client client = house.client(ADDRESS);
            String acme = client.get("/organizations", token).text("/items/0/id");
            String bob = house.demoUser("bob").id();
            done(client.post(
                    "/organizations/" + acme + "/roles",
                    Map.of(
                            "name", "clerk",
                            "description", "Pays what is approved",
                            "permissions", List.of("invoice:read", "invoice:pay")),
                    token));
            done(client.json(
                    "PUT",
                    "/organizations/" + acme + "/users/" + bob + "/roles",
                    Map.of("roles", List.of("clerk", "member")),
                    token));
            done(client.json("PUT", "/organizations/" + acme + "/policies", POLICIES, token));
            before = State.of(client, acme, token);

            first.stop();
            first.export("demo", file);
            mailByTheServersOwnPort(file);
        }

        try (House house = House.of(RunningServer.startWithRealm(file))) {
            String token = house.login(house.demoUser("alice"), ADDRESS).text("access_token");
            Client client = house.client(ADDRESS);
            String acme = client.get("/organizations", token).text("/items/0/id");
            assertThat(State.of(client, acme, token)).isEqualTo(before);
        }
        assertThat(before.members().toString()).contains("clerk");
    }

    /** What has to survive. */
    private record State(JsonNode organization, JsonNode roles, JsonNode members, JsonNode policies) {
        static State of(Client client, String id, String token) {
            String path = "/organizations/" + id;
            JsonNode members = client.get(path + "/users", token).json().deepCopy();
            members.path("items").forEach(member -> {
                // The day of joining is Gatehouse's own note, which no export of Keycloak's carries.
                ((ObjectNode) member).remove(List.of("joined_at", "last_login_at"));
            });
            // Keycloak writes the day of the import there.
            ObjectNode organization = client.get(path, token).json().deepCopy();
            organization.remove("created_at");
            return new State(
                    organization,
                    client.get(path + "/roles", token).json(),
                    members,
                    client.get(path + "/policies", token).json());
        }
    }

    /** An export says where this server mailed to; the realm file says where any server of ours does. */
    private static void mailByTheServersOwnPort(Path file) {
        ObjectMapper json = new ObjectMapper();
        try {
            ObjectNode realm = (ObjectNode) json.readTree(file.toFile());
            ((ObjectNode) realm.get("smtpServer")).put("port", "${GATEHOUSE_SMTP_PORT:1025}");
            json.writeValue(file.toFile(), realm);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
