package dev.gatehouse.journeys.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an administrator of the master realm does in Keycloak's admin console, through the API that the console uses. */
public final class Console {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client server;
    private final Supplier<String> token;

    Console(Client server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    /** @param path under {@code /admin/realms}: {@code /demo/users} */
    public Answer send(String method, String path, @Nullable Object body) {
        String json = body == null ? null : JSON.valueToTree(body).toString();
        return server.send(
                method,
                "/admin/realms" + path,
                Map.of("Authorization", "Bearer " + token.get()),
                json,
                json == null ? null : "application/json");
    }

    /** Makes a user of the demo realm a member of an organization. */
    public void addMember(String organizationId, String userId) {
        Answer added = send("POST", "/demo/organizations/" + organizationId + "/members", userId);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    /** The id of an organization's group of this name. */
    public String group(String organizationId, String name) {
        JsonNode groups = send("GET", "/demo/organizations/" + organizationId + "/groups?max=200", null)
                .json();
        for (JsonNode group : groups) {
            if (group.path("name").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        throw new AssertionError("no group " + name + " in " + groups);
    }

    /** Puts a member into a group, or takes one out. */
    public Answer membership(String method, String organizationId, String group, String userId) {
        return send(
                method,
                "/demo/organizations/" + organizationId + "/groups/" + group(organizationId, group) + "/members/"
                        + userId,
                null);
    }
}
