package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service of the product asks whether the token that came to it is good. */
@InHouse
class ValidationTest {
    private static final String SERVICE = Credentials.OF_SERVICE;

    @Test
    void aServiceLearnsWhoseTokenItIsAndWhatTheUserMayDo(House house) {
        Company company = Company.found(house, "127.0.63.1");
        String token = scoped(house, company);

        Answer answer = validate(company.client(), token, null);

        assertThat(answer.json().get("active").asBoolean()).isTrue();
        assertThat(answer.text("sub")).isEqualTo(company.founder().id());
        assertThat(answer.text("username")).isEqualTo(company.founder().person().username());
        assertThat(answer.text("client_id")).isEqualTo("gatehouse-app");
        assertThat(answer.text("iss")).isEqualTo(house.realm());
        assertThat(answer.json().get("exp").asLong())
                .isGreaterThan(answer.json().get("iat").asLong());
        assertThat(answer.text("/organization/id")).isEqualTo(company.id());
        assertThat(answer.text("/organization/alias")).isEqualTo(company.alias());
        assertThat(answer.json().at("/organization/roles").toString()).contains("owner");
        assertThat(answer.json().at("/organization/permissions").toString()).contains("organization:delete");
        assertThat(answer.header("Cache-Control")).contains("no-store");

        assertInactive(validate(company.client(), token, "another-service"));
        assertThat(validate(company.client(), token, "gatehouse-service").text("sub"))
                .isEqualTo(company.founder().id());
        assertThat(validate(company.client(), company.founder().token(), null)
                        .json()
                        .get("organization")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsTakenAwayIsGoneAtTheVeryNextRequest(House house) {
        Company company = Company.found(house, "127.0.63.2");
        company.makeRole(company.founder(), "approver", "invoice:approve");
        Employee employee = company.hire("approver");
        Client client = company.client();
        String token =
                house.login(employee.person(), "127.0.63.2", company.alias()).text("access_token");
        for (int turn = 0; turn < 3; turn++) {
            assertThat(permissions(client, token)).contains("invoice:approve");
            company.assign(company.founder(), employee, "member");
            assertThat(permissions(client, token)).doesNotContain("invoice:approve");
            company.assign(company.founder(), employee, "approver");
        }
        company.send(company.founder(), "PATCH", "/roles/approver", Map.of("permissions", List.of("invoice:read")));
        assertThat(permissions(client, token)).contains("invoice:read").doesNotContain("invoice:approve");
        house.console().send("PUT", "/demo/organizations/" + company.id(), organization(company, false));
        assertThat(validate(client, token, null).json().get("organization").isNull())
                .isTrue();
        house.console().send("PUT", "/demo/organizations/" + company.id(), organization(company, true));
        assertThat(permissions(client, token)).contains("invoice:read");
        assertThat(house.console()
                        .membership("DELETE", company.id(), "approver", employee.id())
                        .status())
                .isEqualTo(204);
        assertThat(permissions(client, token)).as("taken in the console").doesNotContain("invoice:read");
        company.delete(company.founder(), "/users/" + employee.id());
        assertThat(validate(client, token, null).json().get("organization").isNull())
                .isTrue();

        house.console().send("PUT", "/demo/users/" + employee.id(), Map.of("enabled", false));
        assertInactive(validate(client, token, null));
        house.console().send("PUT", "/demo/users/" + employee.id(), Map.of("enabled", true));
        assertThat(validate(client, token, null).json().get("active").asBoolean())
                .isTrue();

        assertThat(client.send("POST", "/auth/logout", Map.of("Authorization", "Bearer " + token), null, null)
                        .status())
                .isEqualTo(204);
        assertInactive(validate(client, token, null));
    }

    @Test
    void onlyAccessTokensOfThisRealmAreGoodAndNothingIsSaidOfOthers(House house) {
        Client client = house.client("127.0.63.3");
        Answer tokens = house.login(house.newPerson(), "127.0.63.3");
        String good = tokens.text("access_token");
        String[] parts = good.split("\\.");
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String symmetric = encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2];
        String unknown = encoded("{\"alg\":\"XX999\",\"kid\":\"nobody\"}") + "." + parts[1] + "." + parts[2];
        String empty = encoded("{}") + "." + parts[1] + "." + parts[2];
        String bent = parts[0] + "."
                + encoded(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("gatehouse-app", "gatehouse-service"))
                + "." + parts[2];
        for (String bad : List.of(
                tokens.text("refresh_token"),
                unsigned,
                symmetric,
                unknown,
                empty,
                bent,
                masterToken(house),
                "nonsense",
                "a.b.c",
                "..",
                parts[0] + "." + parts[1] + ".")) {
            assertInactive(validate(client, bad, null));
            assertThat(client.get("/auth/validate?audience=gatehouse-service", bad.isBlank() ? null : bad)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(validate(client, good, null).json().get("active").asBoolean())
                .isTrue();
    }

    @Test
    void usersLearnOfTheirOwnTokensAlone(House house) {
        Client client = house.client("127.0.63.4");
        String mine = house.login(house.newPerson(), "127.0.63.4").text("access_token");
        String theirs = house.login(house.newPerson(), "127.0.63.4").text("access_token");

        assertThat(client.post("/auth/validate", Map.of("token", mine), mine)
                        .json()
                        .get("active")
                        .asBoolean())
                .isTrue();
        assertInactive(client.post("/auth/validate", Map.of("token", theirs), mine));
        assertThat(client.post("/auth/validate", Map.of("token", mine)).status())
                .isEqualTo(401);
        assertThat(client.send(
                                "POST",
                                "/auth/validate",
                                Map.of(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("gatehouse-service:wrong"
                                                                .getBytes(StandardCharsets.UTF_8))),
                                "{\"token\":\"" + mine + "\"}",
                                "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(client.post("/auth/validate", Map.of("token", mine, "audience", "x", "more", true), mine)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aGatewayLetsThroughWhoMayAndTellsTheServiceWhoItIs(House house) {
        Company company = Company.found(house, "127.0.63.5");
        Employee member = company.hire("member");
        Company other = Company.found(house, "127.0.63.6");
        Client client = company.client();
        String token = scoped(house, company);
        String gate = "/auth/validate?audience=gatehouse-service";

        Answer admitted = client.get(gate, token);
        assertThat(admitted.status()).isEqualTo(200);
        assertThat(admitted.body()).isEmpty();
        assertThat(admitted.header("X-Auth-Subject")).contains(company.founder().id());
        assertThat(admitted.header("X-Auth-Username"))
                .contains(company.founder().person().username());
        assertThat(admitted.header("X-Auth-Organization")).contains(company.alias());
        assertThat(admitted.header("X-Auth-Permissions").orElseThrow()).contains("members:manage,");

        Answer unscoped = client.get(gate, company.founder().token());
        assertThat(unscoped.header("X-Auth-Organization")).contains("");
        assertThat(unscoped.header("X-Auth-Permissions")).contains("");

        String here = gate + "&organization=" + company.alias();
        assertThat(client.get(here + "&permission=members:manage", token).status())
                .isEqualTo(200);
        assertThat(client.get(here + "&permission=members:manage", member.token())
                        .status())
                .isEqualTo(403);
        assertThat(client.get(here + "&permission=members:read", member.token()).status())
                .isEqualTo(200);
        assertThat(client.get(gate + "&permission=members:read", member.token()).status())
                .as("no organization, no permission")
                .isEqualTo(403);
        assertThat(client.get(here, other.founder().token()).status()).isEqualTo(403);
        assertThat(client.get(gate + "&organization=nobody-has-this", token).status())
                .isEqualTo(403);
        house.console().addMember(other.id(), company.founder().id());
        assertThat(client.get(gate + "&organization=" + other.id(), token).status())
                .as("a member, by a token for another organization")
                .isEqualTo(403);

        assertThat(client.get("/auth/validate", token).status()).isEqualTo(400);
        for (String added : List.of(
                "&audience=gatehouse-service",
                "&path=/x&audience=another",
                "&organization=" + company.id() + "&organization=" + other.id(),
                "&permission=organization:read&permission=organization:delete")) {
            assertThat(client.get(gate + added, token).status())
                    .as("a parameter twice, as a path that a gateway appends could make it: " + added)
                    .isEqualTo(400);
        }
        assertThat(client.get("/auth/validate?audience=another", token).status())
                .isEqualTo(401);
        assertThat(client.get(gate).status()).isEqualTo(401);
        assertThat(client.send(
                                "GET",
                                gate,
                                Map.of("Authorization", "Bearer " + token, "Accept", "text/html"),
                                null,
                                null)
                        .status())
                .as("what the browser behind the gateway accepts")
                .isEqualTo(200);
        for (int request = 0; request < 200; request++) {
            assertThat(client.get(gate).status()).isEqualTo(401);
        }
    }

    private static Map<String, Object> organization(Company company, boolean enabled) {
        return Map.of(
                "id",
                company.id(),
                "name",
                "Company of " + company.founder().person().username(),
                "alias",
                company.alias(),
                "enabled",
                enabled);
    }

    private static Answer validate(Client client, String token, @Nullable String audience) {
        Map<String, String> body = new HashMap<>(Map.of("token", token));
        if (audience != null) {
            body.put("audience", audience);
        }
        Answer answer = client.send(
                "POST",
                "/auth/validate",
                Map.of("Authorization", SERVICE),
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .valueToTree(body)
                        .toString(),
                "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String permissions(Client client, String token) {
        return validate(client, token, null)
                .json()
                .at("/organization/permissions")
                .toString();
    }

    private static void assertInactive(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }

    private static String scoped(House house, Company company) {
        Person founder = company.founder().person();
        return house.login(founder, company.address(), company.alias()).text("access_token");
    }

    private static String masterToken(House house) {
        return house.masterClient("127.0.63.3")
                .form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "admin"))
                .text("access_token");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
